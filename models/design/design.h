// What a design is: a unit, its formats, its semantics, and its structure. Long, but one file: the
// vocabulary of everything else.
#pragma once

#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/design/dot_product.h"
#include "models/design/log_arithmetic.h"
#include "models/design/quantized_block.h"
#include "models/formats/format.h"

namespace macroscope {

enum class UnitKind : std::uint8_t {
  kIntMac,      // z = c + a*b in fixed point, of integers
  kKulischMac,  // the same of floating operands, exactly
  kFpFma,       // z = a*b + c, rounded once
  kFpAdd,       // z = a + b
  kFpMul,       // z = a * b
  kIntAdd,      // z = a + b of integers
  kIntMul,      // z = a * b of integers
  kConvert,     // z = a in another format of any family, or a * b where b is a power of two
  kBlockDot,    // z = c + the sum of many a*b, whose blocks may have scales
  // z = many a as one block, with the scale chosen
  kBlockQuantize,
  kPositMul,         // z = a * b of posits
  kPositAdd,         // z = a + b of posits
  kPositFma,         // z = a*b + c of posits, rounded once
  kPositQuireMac,    // z = c + a*b of posits in a quire, exactly
  kPositQuireRound,  // z = the posit nearest to a, which is a quire
  kElmaMac,          // z = c + a*b of log posits, in fixed point
  kLogAdd,           // z = a + b of logarithms
  kLogMac,           // z = c + a*b of logarithms, in fixed point or as a logarithm
  kCodeSums,         // z = c, sums by code, that of code a grown by b
};

enum class Rounding : std::uint8_t {
  kTiesToEven,
  kTowardZero,
  kTowardNegative,
  kTowardPositive,
  kTiesToAway,
  kToOdd,
  kStochastic,  // By random bits that come as an operand.
  kPort,        // By a mode that comes as an operand: one of the five of IEEE 754.
};
// The modes that a port selects are the first enumerators, by their value (RISC-V's encoding too).
inline constexpr int kPortModes = 5;

// What a result beyond the accumulator's range becomes.
enum class Overflow : std::uint8_t {
  kInfinity,  // Infinity (floating), as the rounding direction allows.
  kSaturate,  // The finite value nearest to it.
  kNan,       // The canonical NaN (floating).
  kWrap,      // The low bits (fixed point).
};

// What becomes of subnormal numbers.
enum class Subnormals : std::uint8_t {
  kKeep,
  kFlushInputs,   // An operand that is subnormal counts as zero of its sign, without a flag.
  kFlushOutputs,  // An exact result below the least normal number becomes zero of its sign, with
                  // flags underflow and inexact, whatever the rounding.
  kFlush,         // Both.
};

// Which exception flags a result carries (Flags of models/design/flags.h).
enum class FlagOutput : std::uint8_t { kOff, kOn };
// When a result counts as tiny, which only the underflow flag shows.
enum class Tininess : std::uint8_t { kAfterRounding, kBeforeRounding };

// The unit's two forms (docs/units.md): z = a*b + c, or a register that accumulates a*b.
enum class Form : std::uint8_t { kOperation, kMac };

// How partial products are made and summed.
enum class Multiplier : std::uint8_t {
  kOperator,     // What synthesis makes of `*`.
  kWallace,      // One row a bit, Wallace's tree.
  kArray,        // One row a bit, added one after the other in carry-save form.
  kDadda,        // One row a bit, Dadda's tree.
  kBoothRadix4,  // One row for two bits (modified Booth), Dadda's tree.
  kBoothRadix4Wallace,
};
enum class Adder : std::uint8_t { kOperator, kSklansky, kRipple, kBrentKung, kKoggeStone };
// How a normalizer learns how far to shift: it counts zeros of the sum, or of a word made from the
// terms beside the adder, right to one place (Schmookler and Nowka 2001).
enum class LeadingZeros : std::uint8_t { kCount, kAnticipate };
// fp_add: one path, or a near and a far one side by side. fp_fma: sorts by exponent and shifts the
// lower term, or shifts the addend alone, beside the multiplier.
enum class Path : std::uint8_t { kSingle, kDual };

// The most bits of an accumulator, flags included, and of any word that laws compute in.
inline constexpr int kMaxWordBits = 1024;

// The result z, and the addend c of units that have one. Units without an addend have a format.
struct Accumulator {
  bool is_fixed = false;
  // Fixed point, two's complement, least significant bit that of the exact product.
  int guard_bits = 0;     // Bits above the exact signed product.
  int width_bits = 0;     // Product bits + guard bits; filled in by the unit's check. Of code_sums
                          // those of each sum.
  bool is_quire = false;  // As wide as the posits' standard says.
  // Floating point; integers too, of int_add, int_mul and convert; posits of their units. Of a
  // fixed-point word that has a code besides, the code's.
  Format format;

  bool shows_code() const { return is_fixed && !format.name.empty(); }

  friend bool operator==(const Accumulator&, const Accumulator&) = default;
};

// Choices that do not change the result of an operation.
struct Structure {
  Multiplier multiplier = Multiplier::kOperator;
  Adder adder = Adder::kOperator;
  LeadingZeros leading_zeros = LeadingZeros::kCount;
  Path path = Path::kSingle;
  // Bit i set: a register after stage i (0 = the first). The mac form always has its accumulator
  // register after the last stage, besides these.
  std::uint32_t cuts = 0;

  friend bool operator==(const Structure&, const Structure&) = default;
};

struct Design {
  UnitKind unit = UnitKind::kFpFma;
  Format a;        // Of one number; of units with lanes, of an element, or, where elements are
                   // codes of a codebook, of the values that they are looked up as.
  Format b;        // Without a name if the unit has no second operand: a plain convert.
  DotProduct dot;  // Of block_dot.
  // Of block_quantize, whose element is the accumulator.
  QuantizedBlock quantize;
  LogArithmetic logarithm;  // Of log_add and log_mac.
  Accumulator accumulator;
  Rounding rounding = Rounding::kTiesToEven;
  int random_bits = 0;  // Of stochastic rounding's operand; else 0.
  Overflow overflow = Overflow::kInfinity;
  Subnormals subnormals = Subnormals::kKeep;
  FlagOutput flags = FlagOutput::kOff;
  Tininess tininess = Tininess::kAfterRounding;
  Form form = Form::kOperation;
  Structure structure;

  friend bool operator==(const Design&, const Design&) = default;
};

// A design as the user writes it: every value is text, "" means the default. Keys are those of the
// YAML and of the command line (docs/guide.md).
struct DesignText {
  std::string unit;           // int_mac kulisch_mac fp_fma ...
  std::string operands;       // one format, or two: "fp8_e4m3,int8"
  std::string accumulator;    // of the result: a format, fixed+G, fixedW, or intW
  std::string rounding;       // ties_to_even ... stochastic port
  std::string random_bits;    // of stochastic rounding
  std::string overflow;       // infinity saturate nan wrap
  std::string subnormals;     // keep flush_inputs flush_outputs flush
  std::string flags;          // off on
  std::string tininess;       // after_rounding before_rounding
  std::string form;           // operation mac
  std::string multiplier;     // operator wallace ...
  std::string adder;          // operator sklansky ...
  std::string leading_zeros;  // count anticipate
  std::string path;           // single dual
  std::string cuts;           // a number of registers, 0 to 5, or stage names: multiply+add
  std::string lanes;          // of block_dot, as what follows: 1 to 64; of block_quantize
  std::string block;          // elements a block, in place of the block format's own
  std::string reduction;      // exact max_exponent fp_tree
  std::string terms;          // products blocks
  std::string window;         // fraction bits that max_exponent keeps
  std::string alignment;      // truncate sticky
  std::string join;           // joined after
  std::string values;         // what a codebook's codes are looked up as: a format
  std::string scale_rule;     // of block_quantize: floor ceil even rceil
  std::string method;         // of log_*: table interpolate bipartite cotransform mitchell linear
  std::string error;          // of log_*: correct faithful none, or a bound in units in last place
  std::string table_entries;  // of log_mac: of the table from logarithms to linear numbers
  std::string table_bits;     // of log_mac: fraction bits of such an entry

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

// The names of the stages of a design, first to last. Needs all of it but its structure.
const std::vector<std::string>& StageNames(const Design& design);

// The default placement of `count` registers (0 to 5) between the stages of a design, as
// Structure::cuts; where they balance the stages best. At most one a stage: for a unit of fewer
// stages the operation form takes the last as an output register. Throws DesignError (key `cuts`).
std::uint32_t PlaceCuts(const Design& design, int count);

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
std::string_view Name(Subnormals value);
std::string_view Name(FlagOutput value);
std::string_view Name(Tininess value);
std::string_view Name(Form value);
std::string_view Name(Multiplier value);
std::string_view Name(Adder value);
std::string_view Name(LeadingZeros value);
std::string_view Name(Path value);
std::string_view Name(Reduction value);
std::string_view Name(Terms value);
std::string_view Name(Alignment value);
std::string_view Name(Join value);
std::string_view Name(BlockScaleRule value);
std::string_view Name(LogMethod value);

// Every name that each key takes, in the order of the enumeration.
const std::vector<std::string>& UnitNames();
std::optional<UnitKind> UnitNamed(std::string_view name);
const std::vector<std::string>& RoundingNames();
const std::vector<std::string>& OverflowNames();
const std::vector<std::string>& SubnormalsNames();
const std::vector<std::string>& FlagOutputNames();
const std::vector<std::string>& TininessNames();
const std::vector<std::string>& FormNames();
const std::vector<std::string>& MultiplierNames();
const std::vector<std::string>& AdderNames();
const std::vector<std::string>& LeadingZerosNames();
const std::vector<std::string>& PathNames();
const std::vector<std::string>& ReductionNames();
const std::vector<std::string>& TermsNames();
const std::vector<std::string>& AlignmentNames();
const std::vector<std::string>& JoinNames();
const std::vector<std::string>& BlockScaleRuleNames();
const std::vector<std::string>& LogMethodNames();

// What a unit takes and gives. Every unit takes a; every MAC takes a, b and c.
bool HasB(const Design& design);
// Bits of the codes of a and b; 0 without a b.
int OperandABits(const Design& design);
int OperandBBits(const Design& design);
bool HasC(const Design& design);
bool HasC(UnitKind unit);
// Bits of the rounding operand: the mode (3), random_bits, or 0.
int RoundingOperandBits(const Design& design);
// Whether it rounds each operation as IEEE 754 has it, so that rounding at run time, flags and
// subnormals mean something.
bool Rounds(const Design& design);
// Whether the result is rounded at all, so that a rounding direction means something.
bool HasRounding(const Design& design);
// Whether its operands are posits, and so is its result unless it is a quire.
bool TakesPosits(UnitKind unit);
// Bits of a quire's code: the word that the posits' standard says, topped by a flag for NaR.
int QuireCodeBits(const Format& posit);
bool FlushesInputs(const Design& design);
bool FlushesOutputs(const Design& design);

// An exact product or sum of two operands, as a signed fixed-point number.
struct ProductShape {
  int width_bits = 0;      // Two's complement, exact for every pair of finite operands.
  int least_exponent = 0;  // The weight of bit 0 is 2^least_exponent.
};
ProductShape ExactProduct(const Format& a, const Format& b);
// The exact sum of so many of them.
ProductShape ExactProducts(const Format& a, const Format& b, int count);

// The exact sum of two integers of one binary point, in the same way.
ProductShape ExactSum(const Format& a, const Format& b);

// The exact sum of the products of one operation of block_dot, with their scales.
ProductShape ExactDot(const Design& design);

// What one operation adds to a fixed-point accumulator: ExactDot, ExactProduct or ExactSum; of
// logarithms the product by the unit's table; of code_sums b itself.
ProductShape ExactTerm(const Design& design);

// The sticky flags above the word of a fixed-point accumulator, from its top bit upwards: nan, if
// an operand can be NaN or infinity; then positive infinity and negative infinity, if one can be
// infinity. 0, 1 or 3. Scales have NaNs too.
int FlagBits(const Format& a, const Format& b);
int FlagBits(const Design& design);

}  // namespace macroscope
