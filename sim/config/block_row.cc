#include "sim/config/block_row.h"

#include <stdexcept>

#include "sim/config/suggest.h"

namespace macroscope {
namespace {

// `takes_codebooks`: besides integers and floating formats.
Format Scalar(const StrictNode& node, const Catalogue& catalogue, bool takes_codebooks) {
  const std::string name = node.Text();
  if (takes_codebooks && catalogue.ContainsAlternative(name)) {
    const Format format = catalogue.FindAlternative(name);
    if (format.is_codebook()) return format;
  }
  try {
    return catalogue.Find(name);
  } catch (const std::invalid_argument& error) {
    node.Fail(error.what() + DidYouMean(name, NamesOf(catalogue.formats())));
  }
}

BlockFormat Like(const StrictNode& node, const Catalogue& catalogue) {
  const std::string name = node.Text();
  try {
    return catalogue.FindBlock(name);
  } catch (const std::invalid_argument& error) {
    node.Fail(error.what() + DidYouMean(name, NamesOf(catalogue.blocks())));
  }
}

}  // namespace

const std::vector<std::string>& BlockRowKeys() {
  static const std::vector<std::string> keys = {
      "like",        "element",  "block_elements",     "symmetric",
      "scale",       "scale_is", "sub_block_elements", "sub_exponent_bits",
      "tensor_scale"};
  return keys;
}

BlockFormat ReadBlockRow(const StrictMap& row, const Catalogue& catalogue) {
  BlockFormat format;
  const StrictNode* like = row.Find("like");
  if (like != nullptr) format = Like(*like, catalogue);
  const auto integer = [&row](const char* key, int& value, int most) {
    if (const auto* node = row.Find(key)) value = static_cast<int>(node->Integer(0, most));
  };
  if (like == nullptr || row.Find("element") != nullptr) {
    format.element = Scalar(row.At("element"), catalogue, /*takes_codebooks=*/true);
  }
  if (like == nullptr || row.Find("scale") != nullptr) {
    format.scale = Scalar(row.At("scale"), catalogue, /*takes_codebooks=*/false);
  }
  if (const auto* node = row.Find("scale_is")) {
    format.scale_is_exponent = node->OneOf({"value", "exponent"}) == "exponent";
  }
  integer("block_elements", format.block_elements, kMaxBlockElements);
  integer("sub_block_elements", format.sub_block_elements, kMaxBlockElements);
  integer("sub_exponent_bits", format.sub_exponent_bits, 64);
  if (const auto* node = row.Find("symmetric")) format.is_symmetric = node->Flag();
  if (const auto* node = row.Find("tensor_scale")) format.has_tensor_scale = node->Flag();
  return format;
}

}  // namespace macroscope
