// The built-in tables of values. Literals of binary32, since three of NF4's thresholds lie halfway
// between two of its numbers: by way of binary64 they would be rounded twice.
#include <algorithm>
#include <string>

#include "models/formats/built_in.h"

namespace macroscope {
namespace {

Format Row(const std::string& name, Codebook codebook) {
  Format format;
  format.name = name;
  format.family = Family::kCodebook;
  format.codebook = std::move(codebook);
  return format;
}

// Dettmers et al. 2023 (QLoRA): quantiles of the normal distribution, and bitsandbytes' thresholds.
Codebook Nf4() {
  return {.values = {-1.0F, -0.6961928009986877F, -0.5250730514526367F, -0.39491748809814453F,
                     -0.28444138169288635F, -0.18477343022823334F, -0.09105003625154495F, 0.0F,
                     0.07958029955625534F, 0.16093020141124725F, 0.24611230194568634F,
                     0.33791524171829224F, 0.44070982933044434F, 0.5626170039176941F,
                     0.7229568362236023F, 1.0F},
          .thresholds = {-0.8480964004993439F, -0.6106329262256622F, -0.4599952697753906F,
                         -0.33967943489551544F, -0.23460740596055984F, -0.13791173323988914F,
                         -0.045525018125772476F, 0.03979014977812767F, 0.1202552504837513F,
                         0.2035212516784668F, 0.2920137718319893F, 0.3893125355243683F,
                         0.5016634166240692F, 0.6427869200706482F, 0.8614784181118011F}};
}

// bitsandbytes: sign, then magnitudes in an order that is not theirs. One threshold is no middle.
Codebook BitsAndBytesFp4() {
  return {.values = {0.0F, 0.0052083333F, 0.6666667F, 1.0F, 0.33333334F, 0.5F, 0.16666667F, 0.25F},
          .has_sign = true,
          .is_ascending = false,
          .thresholds = {0.00260417F, 0.0859375F, 0.20833333F, 0.29166667F, 0.4166667F, 0.583333F,
                         0.8333333F}};
}

// bitsandbytes' dynamic map: each decade below 1 has twice as many values as the one below it, in
// the middles of equal intervals; besides, 0 and 1.
Codebook Dynamic8() {
  constexpr int kDecades = 7;
  std::vector<float> values = {0.0F, 1.0F};
  double tens = 1e7;
  for (int decade = 0; decade < kDecades; ++decade, tens /= 10) {
    const int count = 1 << decade;
    for (int i = 0; i < count; ++i) {
      const auto value = static_cast<float>((2 * count + 9 * (2 * i + 1)) / (2 * count * tens));
      values.push_back(value);
      values.push_back(-value);
    }
  }
  std::ranges::sort(values);
  return {.values = values};
}

// Yoshida 2023, "NF4 isn't information theoretically optimal (and that's good)": a table for each
// size of blocks.
struct Af4Table {
  int block_elements;
  std::vector<float> values;
};

std::vector<Af4Table> Af4Tables() {
  return {
      {32,
       {-1.0F, -0.72380075F, -0.54068711F, -0.3963985F, -0.2723577F, -0.15956821F, -0.05258802F,
        0.0F, 0.04554747F, 0.13780891F, 0.23375854F, 0.33656744F, 0.4508456F, 0.58437857F,
        0.75299116F, 1.0F}},
      {64,
       {-1.0F, -0.69441008F, -0.51243739F, -0.3736951F, -0.25607552F, -0.14982478F, -0.04934812F,
        0.0F, 0.04273164F, 0.12934483F, 0.21961274F, 0.31675666F, 0.42563882F, 0.55496234F,
        0.72424863F, 1.0F}},
      {128,
       {-1.0F, -0.66495284F, -0.48589589F, -0.3529405F, -0.24139225F, -0.14109901F, -0.04645526F,
        0.0F, 0.04021689F, 0.12176897F, 0.2068883F, 0.29877409F, 0.40238482F, 0.52697805F,
        0.69496104F, 1.0F}},
      {256,
       {-1.0F, -0.63630214F, -0.46141631F, -0.33419526F, -0.22826385F, -0.13333677F, -0.04388739F,
        0.0F, 0.03798458F, 0.1150332F, 0.19553393F, 0.28262047F, 0.38124113F, 0.5009191F,
        0.66607302F, 1.0F}},
      {512,
       {-1.0F, -0.60903865F, -0.43908944F, -0.31736711F, -0.2165657F, -0.12644575F, -0.04161132F,
        0.0F, 0.03600625F, 0.10905684F, 0.18543324F, 0.26818022F, 0.36216937F, 0.4769826F,
        0.63827231F, 1.0F}},
      {1024,
       {-1.0F, -0.58348586F, -0.41884827F, -0.30229144F, -0.20614334F, -0.12032288F, -0.03959127F,
        0.0F, 0.034251F, 0.10374994F, 0.17644691F, 0.25528724F, 0.34502762F, 0.45517148F,
        0.61198895F, 1.0F}},
      {2048,
       {-1.0F, -0.55977324F, -0.40054344F, -0.28877911F, -0.19683974F, -0.11486815F, -0.03779316F,
        0.0F, 0.03268924F, 0.09902518F, 0.16843521F, 0.24376258F, 0.32962969F, 0.4353765F,
        0.58743975F, 1.0F}},
      {4096,
       {-1.0F, -0.5379003F, -0.38399174F, -0.27664257F, -0.18850865F, -0.10999076F, -0.03618635F,
        0.0F, 0.03129431F, 0.09480323F, 0.16126887F, 0.23343416F, 0.31577979F, 0.41743354F,
        0.56468758F, 1.0F}},
  };
}

}  // namespace

std::vector<Format> BuiltInCodebooks() {
  std::vector<Format> rows = {Row("nf4", Nf4())};
  for (Af4Table& table : Af4Tables()) {
    const std::string suffix =
        table.block_elements == 64 ? "" : "_b" + std::to_string(table.block_elements);
    rows.push_back(Row("af4" + suffix, {.values = std::move(table.values)}));
  }
  rows.push_back(Row("bnb_fp4", BitsAndBytesFp4()));
  rows.push_back(Row("bnb_dynamic8", Dynamic8()));
  return rows;
}

}  // namespace macroscope
