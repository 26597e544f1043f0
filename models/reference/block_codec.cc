// Long for one file, but only the encoders and decoders of one kind of block after the other.
#include "models/reference/block_codec.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "models/reference/codebook_quantize.h"
#include "models/reference/quantize.h"
#include "models/reference/vsq_calibration.h"

namespace macroscope {
namespace {

// Encodes the blocks of one tensor one after the other.
class Encoder {
 public:
  Encoder(const BlockFormat& format, const BlockEncoding& encoding, std::span<const float> values)
      : format_(format), encoding_(encoding), values_(values.begin(), values.end()) {
    if (encoding.rounding == Rounding::kPort || encoding.rounding == Rounding::kStochastic) {
      throw std::invalid_argument("elements of blocks round in one fixed direction");
    }
    block_ = format.block_elements == 0 ? std::max<std::size_t>(values.size(), 1)
                                        : static_cast<std::size_t>(format.block_elements);
    if (!format.scale.has_nan()) ReplaceWhatIsNotFinite();
    codes_.elements.resize(values.size(), format.element.zero_code());
    if (format.has_sub_blocks()) {
      const auto size = static_cast<std::size_t>(format.sub_block_elements);
      codes_.microexponents.resize((values.size() + size - 1) / size);
    }
  }

  BlockCodes WithOwnScales() {
    if (HasIntegerScale(format_)) {
      const VsqScales calibrated = CalibrateVsq(format_, values_);
      return WithScales(calibrated.tensor_scale, calibrated.scales);
    }
    tensor_largest_ = Largest(0, values_.size());
    if (format_.has_tensor_scale && tensor_largest_ > 0) ChooseTensorScale();
    for (std::size_t first = 0; first < values_.size(); first += block_) {
      const std::size_t end = std::min(first + block_, values_.size());
      AddBlock(first, end, ChooseScale(first, end));
    }
    return std::move(codes_);
  }

  // Blocks that know nothing of each other: the tensor's scale is applied already.
  BlockCodes OfDividedValues() {
    if (format_.scale_is_power_of_two()) return WithOwnScales();
    divides_exactly_ = true;
    for (std::size_t first = 0; first < values_.size(); first += block_) {
      const std::size_t end = std::min(first + block_, values_.size());
      AddBlock(first, end, NearestScale(first, end));
    }
    return std::move(codes_);
  }

  BlockCodes WithScales(float tensor_scale, std::span<const std::uint64_t> scales) {
    if (scales.size() != (values_.size() + block_ - 1) / block_) {
      throw std::invalid_argument("one scale a block is needed");
    }
    codes_.tensor_scale = tensor_scale;
    for (std::size_t i = 0; i < scales.size(); ++i) {
      AddBlock(i * block_, std::min((i + 1) * block_, values_.size()), scales[i]);
    }
    return std::move(codes_);
  }

 private:
  // No scale could say what they were.
  void ReplaceWhatIsNotFinite() {
    constexpr float kGreatest = std::numeric_limits<float>::max();
    for (float& x : values_) x = std::isnan(x) ? 0 : std::clamp(x, -kGreatest, kGreatest);
  }
  double Largest(std::size_t first, std::size_t end) const {
    float largest = 0;
    for (std::size_t i = first; i < end; ++i) {
      if (std::isfinite(values_[i])) largest = std::max(largest, std::abs(values_[i]));
    }
    return largest;
  }
  bool AllFinite(std::size_t first, std::size_t end) const {
    return std::all_of(values_.begin() + static_cast<std::ptrdiff_t>(first),
                       values_.begin() + static_cast<std::ptrdiff_t>(end),
                       [](float x) { return std::isfinite(x); });
  }

  // The greatest block scale times the greatest element is the tensor's largest.
  void ChooseTensorScale() {
    const double greatest = GreatestValue(format_.scale), element = GreatestValue(format_.element);
    to_scale_ = static_cast<float>(greatest * element / tensor_largest_);
    codes_.tensor_scale = 1.0f / to_scale_;
  }

  std::uint64_t ChooseScale(std::size_t first, std::size_t end) const {
    const Format& scale = format_.scale;
    if (scale.has_nan() && !AllFinite(first, end)) return scale.canonical_nan();
    const double largest = Largest(first, end);
    if (format_.scale_is_power_of_two()) {
      return largest == 0 ? 0 : PowerCode(ScaleExponent(encoding_.rule, format_.element, largest));
    }
    const double per_element = largest / GreatestValue(format_.element);
    // A table may have no zero; the scale has.
    if (largest == 0 && format_.element.is_codebook()) return scale.zero_code();
    if (tensor_largest_ == 0) return Nearest(1);
    const auto rounded = static_cast<float>(per_element) * to_scale_;
    return std::max(Nearest(rounded), encoding_.least_scale);
  }
  // The quotient is rounded to the 53 bits of a double, and then to the scale's: to the same as
  // once. For one that is no midpoint of two scales of p bits is away from it by a part in 2^49 or
  // more: largest - midpoint * element is a multiple of the last place of numbers of 24 bits and of
  // p + 1 + 24, p being at most 24.
  std::uint64_t NearestScale(std::size_t first, std::size_t end) const {
    const Format& scale = format_.scale;
    if (scale.has_nan() && !AllFinite(first, end)) return scale.canonical_nan();
    const std::uint64_t code = Nearest(Largest(first, end) / GreatestValue(format_.element));
    return scale.is_floating() && scale.has_zero ? std::max(code, encoding_.least_scale) : code;
  }
  std::uint64_t Nearest(double scale) const {
    return Quantize(scale, format_.scale, Rounding::kTiesToEven, Overflow::kSaturate).code;
  }

  // The code of 2^exponent, or of the nearest power of two that there is.
  std::uint64_t PowerCode(int exponent) const {
    const Format& scale = format_.scale;
    if (format_.scale_is_exponent) return Nearest(exponent);
    const int least = (scale.has_zero ? 1 : 0) - scale.bias;
    const int greatest = static_cast<int>(scale.max_finite()) - scale.bias;
    return static_cast<std::uint64_t>(std::clamp(exponent, least, greatest) + scale.bias);
  }

  void AddBlock(std::size_t first, std::size_t end, std::uint64_t scale) {
    codes_.scales.push_back(scale);
    const double value = ScaleValue(format_, scale);
    if (!(value > 0)) return;  // NaN or 0: the elements stay 0.
    const std::size_t step =
        format_.has_sub_blocks() ? static_cast<std::size_t>(format_.sub_block_elements) : block_;
    for (std::size_t i = first; i < end; i += step) {
      const std::size_t last = std::min(i + step, end);
      double divisor = value;
      if (format_.has_sub_blocks()) {
        const int micro = Microexponent(i, last, value);
        codes_.microexponents[i / step] = static_cast<std::uint64_t>(micro);
        divisor = std::ldexp(value, -micro);
      }
      for (std::size_t j = i; j < last; ++j) codes_.elements[j] = Element(values_[j], divisor);
    }
  }

  // How many more leading zeros all of the sub-block have than the block's scale allows for.
  int Microexponent(std::size_t first, std::size_t end, double scale) {
    const int most = (1 << format_.sub_exponent_bits) - 1;
    const double largest = Largest(first, end);
    if (largest == 0) return most;
    const int room = std::ilogb(scale) + GreatestExponent(format_.element) - std::ilogb(largest);
    return std::clamp(room, 0, most);
  }

  std::uint64_t Element(float x, double divisor) const {
    const Format& element = format_.element;
    // Exact if the divisor is a power of two; else rounded as NearestScale's, which says why it is
    // the same to the element.
    double scaled = x / divisor;
    if (HasIntegerScale(format_)) {
      scaled = x / (divisor * codes_.tensor_scale);
    } else if (!format_.scale_is_power_of_two() && !divides_exactly_) {
      const float inverse = 1.0f / (static_cast<float>(divisor) * codes_.tensor_scale);
      scaled = x * inverse;
    }
    if (element.is_codebook()) return NearestCode(element, static_cast<float>(scaled));
    if (element.is_integer() && format_.is_symmetric) {
      const double greatest = GreatestValue(element);
      scaled = std::clamp(scaled, -greatest, greatest);
    }
    const Overflow overflow = encoding_.saturates ? Overflow::kSaturate : Overflow::kInfinity;
    const std::uint64_t code = Quantize(scaled, element, encoding_.rounding, overflow).code;
    // Of two integers that are zero the positive one.
    const bool minus_zero =
        element.is_integer() && element.has_negative_zero() && code == element.sign_mask();
    return minus_zero ? 0 : code;
  }

  const BlockFormat& format_;
  const BlockEncoding& encoding_;
  std::vector<float> values_;
  std::size_t block_ = 1;
  double tensor_largest_ = 0;
  bool divides_exactly_ = false;  // By floating scales, not times the rounded reciprocal.
  float to_scale_ = 1;  // Floating scales: what a block's is multiplied by before it is rounded.
  BlockCodes codes_;
};

}  // namespace

BlockCodes EncodeBlocks(const BlockFormat& format, const BlockEncoding& encoding,
                        std::span<const float> values) {
  return Encoder(format, encoding, values).WithOwnScales();
}

BlockCodes EncodeDividedBlocks(const BlockFormat& format, const BlockEncoding& encoding,
                               std::span<const float> values) {
  return Encoder(format, encoding, values).OfDividedValues();
}

BlockCodes EncodeUnderScales(const BlockFormat& format, const BlockEncoding& encoding,
                             std::span<const float> values, float tensor_scale,
                             std::span<const std::uint64_t> scales) {
  return Encoder(format, encoding, values).WithScales(tensor_scale, scales);
}

}  // namespace macroscope
