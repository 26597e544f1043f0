// One operand's stream as it turned out, for reports.
#pragma once

#include <cstdint>
#include <optional>

namespace macroscope {

struct OperandFacts {
  // What values were divided by; they differ where blocks have scales of their own. Empty for
  // all_codes, which has no values. A tensor's own scale counts, but no microexponent.
  std::optional<double> least_scale;
  std::optional<double> greatest_scale;
  double zero_fraction = 0;  // Codes that stand for zero.
  // Signal to quantisation noise over the values in the stream. Empty where there is no noise or no
  // signal: all_codes, zeros, values that the format holds exactly; or where the noise is infinite,
  // since a value became an infinity or NaN.
  std::optional<double> signal_to_noise_db;
};

// Sums up what became of values.
class Quantisation {
 public:
  void AddScale(double scale);
  // `got` is what the code of `value` stands for, scales included.
  void Add(double value, double got);

  // Without zero_fraction, which is of codes.
  OperandFacts facts() const;

 private:
  OperandFacts facts_;
  double signal_ = 0;
  double noise_ = 0;
};

}  // namespace macroscope
