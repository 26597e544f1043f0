#include "sim/stimulus/operand_facts.h"

#include <algorithm>
#include <cmath>

#include "sim/stimulus/reproducible_math.h"

namespace macroscope {
namespace {

constexpr double kLn10 = 0x1.26bb1bbb55516p+1;

}  // namespace

void Quantisation::AddScale(double scale) {
  facts_.least_scale = std::min(facts_.least_scale.value_or(scale), scale);
  facts_.greatest_scale = std::max(facts_.greatest_scale.value_or(scale), scale);
}

void Quantisation::Add(double value, double got) {
  const double error = value - got;
  signal_ += value * value;
  noise_ += error * error;
}

OperandFacts Quantisation::facts() const {
  OperandFacts facts = facts_;
  if (signal_ > 0 && noise_ > 0 && std::isfinite(noise_)) {
    facts.signal_to_noise_db = 10 / kLn10 * (ReproducibleLog(signal_) - ReproducibleLog(noise_));
  }
  return facts;
}

}  // namespace macroscope
