// Streams in TestFloat's line format, `a b [c] z flags`, of fp16 and fp32, made by means of their
// own: nothing of this program computes them. An exact result is the sum of two doubles; it is
// rounded by searching through the codes of the format, and comparing.
#pragma once

#include <cstdint>
#include <random>
#include <string>

namespace macroscope {

// The modes of TestFloat, and to_odd: -rnear_even, -rminMag, -rmin, -rmax, -rnear_maxMag, -rodd.
enum class StreamMode { kNearEven, kMinMag, kMin, kMax, kNearMaxMag, kOdd };
inline constexpr StreamMode kStreamModes[] = {StreamMode::kNearEven,   StreamMode::kMinMag,
                                              StreamMode::kMin,        StreamMode::kMax,
                                              StreamMode::kNearMaxMag, StreamMode::kOdd};
std::string RoundingName(StreamMode mode);  // As this program's designs call it.

enum class StreamOperation { kMulAdd, kAdd, kMul };

// An IEEE 754 format that doubles hold with much to spare.
struct StreamFormat {
  const char* name;
  int exponent_bits;
  int fraction_bits;

  int width_bits() const { return 1 + exponent_bits + fraction_bits; }
  int bias() const { return (1 << (exponent_bits - 1)) - 1; }
  std::uint32_t infinity() const { return ((1U << exponent_bits) - 1) << fraction_bits; }
  std::uint32_t sign() const { return 1U << (exponent_bits + fraction_bits); }
  // The magnitude of a code, as if exponents never ended: infinity's is 2^(bias + 1).
  double Magnitude(std::uint32_t code) const;
  // The number; NaN or infinity for those codes.
  double Value(std::uint32_t code) const;
};
inline constexpr StreamFormat kStreamFp16{"fp16", 5, 10}, kStreamFp32{"fp32", 8, 23};

struct StreamResult {
  std::uint32_t code = 0;
  int flags = 0;
  friend bool operator==(const StreamResult&, const StreamResult&) = default;
};

// high + low, exactly, rounded once; high is that sum rounded to nearest, and not 0.
StreamResult StreamRound(const StreamFormat& format, double high, double low, StreamMode mode);

// One operation, rounded once, by definition. Tininess is that after rounding.
StreamResult StreamEvaluate(const StreamFormat& format, StreamOperation operation, StreamMode mode,
                            std::uint32_t a, std::uint32_t b, std::uint32_t c);

// Operands as TestFloat likes them: exponents near the ends and the middle, fractions of few and of
// many ones, results that cancel.
class StreamOperands {
 public:
  StreamOperands(const StreamFormat& format, StreamOperation operation, std::uint64_t seed)
      : format_(format), operation_(operation), random_(seed) {}
  void Draw(std::uint32_t& a, std::uint32_t& b, std::uint32_t& c);

 private:
  std::uint32_t Code();
  // The code of -value, and a few steps from there.
  std::uint32_t NearMinus(double value);

  StreamFormat format_;
  StreamOperation operation_;
  std::mt19937_64 random_;
};

std::string StreamLine(const StreamFormat& format, StreamOperation operation, std::uint32_t a,
                       std::uint32_t b, std::uint32_t c, const StreamResult& result);

// `count` lines.
std::string Stream(const StreamFormat& format, StreamOperation operation, StreamMode mode,
                   int count, std::uint64_t seed);

}  // namespace macroscope
