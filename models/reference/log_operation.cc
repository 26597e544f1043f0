#include "models/reference/log_operation.h"

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <utility>

#include "models/formats/log_number.h"
#include "models/reference/term.h"

namespace macroscope {
namespace {

void RequireLogarithm(const Format& format) {
  if (format.family == Family::kLogarithmic) return;
  throw std::invalid_argument("arithmetic of logarithms takes logarithmic formats, not '" +
                              format.name + "'");
}

}  // namespace

Quantized LogToLinear(const Format& from, std::uint64_t code, const Format& to,
                      const RoundingChoice& choice) {
  const LogNumber number = DecodeLog(from, code);
  if (number.number_class == NumberClass::kNan) return NanResult(to, /*invalid=*/false);
  if (number.number_class == NumberClass::kZero) return ZeroResult(to, /*negative=*/false);
  LogSum sum(number.steps_per_octave);
  sum.Add(number.negative, number.steps);
  return sum.RoundTo(to, choice);
}

LogOperation::LogOperation(Format a, Format b, Format z, LogUnderflow underflow)
    : a_(std::move(a)),
      b_(std::move(b)),
      z_(std::move(z)),
      underflow_(underflow),
      steps_per_octave_(std::lcm(std::lcm(a_.log.steps_per_octave, b_.log.steps_per_octave),
                                 z_.log.steps_per_octave)),
      sum_(steps_per_octave_) {
  for (const Format* format : {&a_, &b_, &z_}) RequireLogarithm(*format);
}

std::uint64_t LogOperation::Zero() const {
  return z_.log.zero == LogZero::kNone ? z_.least_positive() : z_.zero_code();
}

std::uint64_t LogOperation::Encode(bool negative, std::int64_t steps) const {
  if (negative && !z_.has_sign) return Zero();
  const LogLayout& log = z_.log;
  const bool may_vanish = underflow_ == LogUnderflow::kZero && log.zero != LogZero::kNone;
  if (steps < log.least_steps() && may_vanish) return Zero();
  const std::int64_t kept = std::clamp(steps, log.least_steps(), log.greatest_steps());
  return log.Field(kept) | (negative ? z_.sign_mask() : 0);
}

std::uint64_t LogOperation::Round() {
  if (sum_.is_zero()) return Zero();
  const LogSum::Logarithm logarithm = sum_.NearestLogarithm(z_.log.steps_per_octave);
  return Encode(logarithm.negative, logarithm.steps);
}

std::int64_t LogOperation::CommonSteps(const LogNumber& number) const {
  return number.steps * (steps_per_octave_ / number.steps_per_octave);
}

void LogOperation::AddNumber(const LogNumber& number, bool negate) {
  if (number.number_class == NumberClass::kZero) return;
  sum_.Add(number.negative != negate, CommonSteps(number));
}

void LogOperation::AddProduct(const LogNumber& x, const LogNumber& y) {
  if (x.number_class == NumberClass::kZero || y.number_class == NumberClass::kZero) return;
  sum_.Add(x.negative != y.negative, CommonSteps(x) + CommonSteps(y));
}

std::uint64_t LogOperation::Add(std::uint64_t a, std::uint64_t b) {
  sum_.Clear();
  AddNumber(DecodeLog(a_, a), /*negate=*/false);
  AddNumber(DecodeLog(b_, b), /*negate=*/false);
  return Round();
}

std::uint64_t LogOperation::Subtract(std::uint64_t a, std::uint64_t b) {
  sum_.Clear();
  AddNumber(DecodeLog(a_, a), /*negate=*/false);
  AddNumber(DecodeLog(b_, b), /*negate=*/true);
  return Round();
}

std::uint64_t LogOperation::Multiply(std::uint64_t a, std::uint64_t b) {
  sum_.Clear();
  AddProduct(DecodeLog(a_, a), DecodeLog(b_, b));
  return Round();
}

std::uint64_t LogOperation::MultiplyAdd(std::uint64_t a, std::uint64_t b, std::uint64_t c) {
  sum_.Clear();
  AddProduct(DecodeLog(a_, a), DecodeLog(b_, b));
  AddNumber(DecodeLog(z_, c), /*negate=*/false);
  return Round();
}

std::uint64_t LogOperation::Divide(std::uint64_t a, std::uint64_t b) {
  const LogNumber x = DecodeLog(a_, a);
  LogNumber y = DecodeLog(b_, b);
  if (x.number_class == NumberClass::kZero) return Zero();
  if (y.number_class == NumberClass::kZero) return Encode(x.negative, z_.log.greatest_steps());
  y.steps = -y.steps;
  sum_.Clear();
  AddProduct(x, y);
  return Round();
}

std::uint64_t LogOperation::Convert(std::uint64_t a) {
  sum_.Clear();
  AddNumber(DecodeLog(a_, a), /*negate=*/false);
  return Round();
}

const LogSum& LogOperation::ExactDot(std::span<const std::uint64_t> a,
                                     std::span<const std::uint64_t> b) {
  if (a.size() != b.size()) throw std::invalid_argument("the operands' counts differ");
  sum_.Clear();
  for (std::size_t i = 0; i < a.size(); ++i) AddProduct(DecodeLog(a_, a[i]), DecodeLog(b_, b[i]));
  return sum_;
}

std::uint64_t LogOperation::Dot(std::span<const std::uint64_t> a,
                                std::span<const std::uint64_t> b) {
  ExactDot(a, b);
  return Round();
}

std::uint64_t LogOperation::FromLinear(const Format& from, std::uint64_t code) {
  Term term;
  Load(from, code, /*flush=*/false, term);
  if (term.number_class == NumberClass::kNan) return Zero();
  if (term.number_class == NumberClass::kInfinity) {
    return Encode(term.negative, z_.log.greatest_steps());
  }
  sum_.Clear();
  sum_.AddDyadic(term.value, term.exponent);
  return Round();
}

}  // namespace macroscope
