// What a design is: a unit, its formats, its semantics, and its structure.
#pragma once

#include <cstdint>
#include <exception>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/formats/format.h"

namespace macroscope {

enum class UnitKind : std::uint8_t { kIntMac, kKulischMac, kFpFma };

enum class Rounding : std::uint8_t {
  kTiesToEven,
  kTowardZero,
  kTowardNegative,
  kTowardPositive,
  kTiesToAway,
  kToOdd,
  kStochastic,
};

// What a result beyond the accumulator's range becomes.
enum class Overflow : std::uint8_t {
  kInfinity,  // Infinity (floating), as the rounding direction allows.
  kSaturate,  // The finite value nearest to it.
  kNan,       // The canonical NaN (floating).
  kWrap,      // The low bits (fixed point).
};

// The unit's two forms (docs/units.md): z = a*b + c, or a register that accumulates a*b.
enum class Form : std::uint8_t { kOperation, kMac };

enum class Multiplier : std::uint8_t { kOperator, kWallace };
enum class Adder : std::uint8_t { kOperator, kSklansky };

// The accumulator c and the result z.
struct Accumulator {
  bool is_fixed = false;
  // Fixed point, two's complement, least significant bit that of the exact product.
  int guard_bits = 0;  // Bits above the exact signed product.
  int width_bits = 0;  // Product bits + guard bits; filled in by the unit's check.
  // Floating point.
  Format format;

  friend bool operator==(const Accumulator&, const Accumulator&) = default;
};

// Choices that do not change the result of an operation.
struct Structure {
  Multiplier multiplier = Multiplier::kOperator;
  Adder adder = Adder::kOperator;
  // Bit i set: a register after stage i (0 = the first). The mac form always has its accumulator
  // register after the last stage, besides these.
  std::uint32_t cuts = 0;

  friend bool operator==(const Structure&, const Structure&) = default;
};

struct Design {
  UnitKind unit = UnitKind::kFpFma;
  Format a;
  Format b;
  Accumulator accumulator;
  Rounding rounding = Rounding::kTiesToEven;
  Overflow overflow = Overflow::kInfinity;
  Form form = Form::kOperation;
  Structure structure;

  friend bool operator==(const Design&, const Design&) = default;
};

// A design as the user writes it: every value is text, "" means the default. Keys are those of the
// YAML and of the command line (docs/guide.md).
struct DesignText {
  std::string unit;         // int_mac kulisch_mac fp_fma
  std::string operands;     // one format, or two: "fp8_e4m3,int8"
  std::string accumulator;  // a floating format, fixed+G, fixedW, or intW
  std::string rounding;     // ties_to_even ...
  std::string overflow;     // infinity saturate nan wrap
  std::string form;         // operation mac
  std::string multiplier;   // operator wallace
  std::string adder;        // operator sklansky
  std::string cuts;         // a number of registers, 0 to 5, or stage names: multiply+add

  friend bool operator==(const DesignText&, const DesignText&) = default;
};

// A design that cannot be: `key` is the one at fault, what() says what is wrong and what is right.
class DesignError : public std::exception {
 public:
  DesignError(std::string key, std::string message)
      : key_(std::move(key)), message_(std::move(message)) {}
  const std::string& key() const { return key_; }
  const char* what() const noexcept override { return message_.c_str(); }

 private:
  std::string key_;
  std::string message_;
};

// The names of the stages of a unit, first to last.
const std::vector<std::string>& StageNames(UnitKind unit);

// The default placement of `count` registers (0 to 5) between the stages of a unit, as
// Structure::cuts; where they balance the stages best. At most one a stage: for a unit of fewer
// stages the operation form takes the last as an output register. Throws DesignError (key `cuts`).
std::uint32_t PlaceCuts(UnitKind unit, Form form, int count);

class Catalogue;

// Checks every key and fills the defaults in. Throws DesignError.
Design ParseDesign(const DesignText& text, const Catalogue& formats);

// The canonical text of a design: every key present, every default spelled out.
// ParseDesign(ToText(d)) == d. Its fields joined are what caches use as the design's identity
// together with the fields of its formats.
DesignText ToText(const Design& design);

// Short and unique within a sweep: "fp_fma fp8_e4m3 -> fp16", with what is not default after it.
std::string DisplayName(const Design& design);

std::string_view Name(UnitKind value);
std::string_view Name(Rounding value);
std::string_view Name(Overflow value);
std::string_view Name(Form value);
std::string_view Name(Multiplier value);
std::string_view Name(Adder value);

// Every name that each key takes, in the order of the enumeration.
const std::vector<std::string>& UnitNames();
const std::vector<std::string>& RoundingNames();
const std::vector<std::string>& OverflowNames();
const std::vector<std::string>& FormNames();
const std::vector<std::string>& MultiplierNames();
const std::vector<std::string>& AdderNames();

// The exact product of two operands, as a signed fixed-point number.
struct ProductShape {
  int width_bits = 0;      // Two's complement, exact for every pair of finite operands.
  int least_exponent = 0;  // The weight of bit 0 is 2^least_exponent.
};
ProductShape ExactProduct(const Format& a, const Format& b);

// The sticky flags above the word of a fixed-point accumulator, from its top bit upwards: nan, if
// an operand can be NaN or infinity; then positive infinity and negative infinity, if one can be
// infinity. 0, 1 or 3.
int FlagBits(const Format& a, const Format& b);

}  // namespace macroscope
