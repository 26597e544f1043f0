// Worked values of what chooses scales before numbers are rounded: VS-Quant's two levels and what
// sums they lead to, Flexpoint's exponents from tensor to tensor, and its products.
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "models/formats/decode.h"
#include "models/reference/autoflex.h"
#include "models/reference/block_codec.h"
#include "models/reference/quantize.h"
#include "models/reference/vsq_calibration.h"
#include "tests/vectors/yaml_values.h"

namespace macroscope {
namespace {

std::int64_t Integer(const Format& format, std::uint64_t code) {
  const Decoded decoded = Decode(format, code);
  const auto magnitude = static_cast<std::int64_t>(decoded.significand);
  return decoded.negative ? -magnitude : magnitude;
}

std::vector<YAML::Node> Records(const std::string& op) {
  std::vector<YAML::Node> found;
  for (const YAML::Node& record : YAML::LoadFile(VectorPath("bfp.yaml"))) {
    if (record["op"].as<std::string>() == op) found.push_back(record);
  }
  return found;
}

TEST(CalibrationVectors, Vsq) {
  int records = 0, vectors = 0;
  for (const YAML::Node& record : Records("vsq")) {
    BlockFormat format = Catalogue().FindBlock("vsq" + record["N"].as<std::string>());
    format.scale = Catalogue().Find("uint" + record["scale_bits"].as<std::string>());
    ASSERT_EQ(record["V"].as<int>(), format.block_elements);
    const std::vector<float> w = Numbers(record["w_fp32"]), a = Numbers(record["a_fp32"]);
    const VsqScales w_scales = CalibrateVsq(format, w), a_scales = CalibrateVsq(format, a);
    EXPECT_EQ(w_scales.tensor_scale, Binary32(record["gamma_w"]));
    EXPECT_EQ(a_scales.tensor_scale, Binary32(record["gamma_a"]));
    EXPECT_EQ(w_scales.scales, record["w_scales"].as<std::vector<std::uint64_t>>());
    EXPECT_EQ(a_scales.scales, record["a_scales"].as<std::vector<std::uint64_t>>());
    const BlockCodes w_codes =
        EncodeUnderScales(format, {}, w, w_scales.tensor_scale, w_scales.scales);
    const BlockCodes a_codes =
        EncodeUnderScales(format, {}, a, a_scales.tensor_scale, a_scales.scales);
    EXPECT_EQ(w_codes, EncodeBlocks(format, {}, w));

    const auto dots = record["vector_int_dots"].as<std::vector<std::int64_t>>();
    ASSERT_EQ(dots.size(), w_scales.scales.size());
    std::int64_t total = 0;
    const auto block = static_cast<std::size_t>(format.block_elements);
    for (std::size_t v = 0; v < dots.size(); ++v, ++vectors) {
      std::int64_t dot = 0;
      for (std::size_t i = v * block; i < (v + 1) * block; ++i) {
        dot += Integer(format.element, w_codes.elements[i]) *
               Integer(format.element, a_codes.elements[i]);
      }
      EXPECT_EQ(dot, dots[v]);
      total += dot * static_cast<std::int64_t>(w_scales.scales[v] * a_scales.scales[v]);
    }
    EXPECT_EQ(total, record["int_total"].as<std::int64_t>());
    // The product of the tensors' scales is exact; the sum's is rounded once, as the text's is.
    const long double y = static_cast<long double>(w_scales.tensor_scale) * a_scales.tensor_scale *
                          static_cast<long double>(total);
    EXPECT_EQ(y, std::strtold(record["exact"].as<std::string>().c_str(), nullptr));
    EXPECT_EQ(static_cast<float>(y), Binary32(record["fp32"]));
    double exact = 0;
    for (std::size_t i = 0; i < w.size(); ++i) exact += static_cast<double>(w[i]) * a[i];
    EXPECT_NEAR(exact, record["true_fp_dot"].as<double>(), 1e-8);
    ++records;
  }
  std::printf("%d pairs of tensors, %d vectors\n", records, vectors);
  EXPECT_EQ(records, 2);
  EXPECT_EQ(vectors, 4);
}

TEST(CalibrationVectors, AutoflexTrace) {
  int traces = 0, tensors = 0;
  for (const YAML::Node& record : Records("autoflex_trace")) {
    const AutoflexConstants constants{.headroom = record["alpha"].as<double>(),
                                      .deviations = record["beta"].as<double>(),
                                      .offset = record["gamma"].as<double>(),
                                      .window = record["l"].as<std::size_t>()};
    ASSERT_EQ(record["std"].as<std::string>(), "population");
    Autoflex manager(constants, record["trace"][0]["kappa_log2"].as<int>());
    for (const YAML::Node& step : record["trace"]) {
      ASSERT_EQ(manager.exponent(), step["kappa_log2"].as<int>());
      const double mantissa = std::ldexp(step["phi_true"].as<double>(), -manager.exponent());
      const auto largest = static_cast<std::uint64_t>(std::nearbyint(mantissa));
      EXPECT_EQ(largest, step["Gamma"].as<std::uint64_t>());
      EXPECT_FALSE(step["overflow"].as<bool>());
      if (tensors == 0) EXPECT_TRUE(manager.Initialize(largest));
      char chi[32];
      std::snprintf(chi, sizeof(chi), "%.6g", manager.Adjust(largest));
      EXPECT_EQ(chi, step["chi"].as<std::string>());
      EXPECT_EQ(manager.exponent(), step["next_kappa_log2"].as<int>());
      ++tensors;
    }
    ++traces;
  }
  std::printf("%d traces, %d tensors\n", traces, tensors);
  EXPECT_EQ(traces, 1);
  EXPECT_EQ(tensors, 10);
}

// "ramp16 e=13": the numbers of that name under the scale 2^-13.
BlockCodes Flex(const std::string& name_and_e, int& e) {
  const std::size_t space = name_and_e.find(" e=");
  e = std::stoi(name_and_e.substr(space + 3));
  const BlockFormat format = Catalogue().FindBlock("flex16_5");
  const std::vector<std::uint64_t> scale = {static_cast<std::uint64_t>(-e) &
                                            format.scale.code_mask()};
  for (const YAML::Node& record : Records("flex16")) {
    if (record["name"].as<std::string>() != name_and_e.substr(0, space)) continue;
    return EncodeUnderScales(format, {}, Numbers(record["in_fp32"]), 1, scale);
  }
  ADD_FAILURE() << name_and_e;
  return {};
}

TEST(CalibrationVectors, FlexpointProducts) {
  const Format int16 = Catalogue().Find("int16");
  int records = 0;
  for (const YAML::Node& record : Records("flex16_dot")) {
    int a_e = 0, b_e = 0;
    const BlockCodes a = Flex(record["a"].as<std::string>(), a_e);
    const BlockCodes b = Flex(record["b"].as<std::string>(), b_e);
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < a.elements.size(); ++i) {
      sum += Integer(int16, a.elements[i]) * Integer(int16, b.elements[i]);
    }
    EXPECT_EQ(sum, record["acc_int"].as<std::int64_t>());
    EXPECT_EQ(record["acc_scale"].as<std::string>(), "2^" + std::to_string(-a_e - b_e));
    const int shift = a_e + b_e - record["e_out"].as<int>();
    EXPECT_EQ(shift, record["rshift"].as<int>());
    const double shifted = std::ldexp(static_cast<double>(sum), -shift);
    const std::uint64_t out =
        Quantize(shifted, int16, Rounding::kTiesToEven, Overflow::kSaturate).code;
    EXPECT_EQ(Integer(int16, out), record["int16_out"].as<std::int64_t>());
    EXPECT_EQ(std::fabs(shifted) > 32767, record["overflow"].as<bool>());
    ++records;
  }
  std::printf("%d products\n", records);
  EXPECT_EQ(records, 3);
}

}  // namespace
}  // namespace macroscope
