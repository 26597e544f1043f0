// The names of all enumerators, each list in its enumeration's order.
#include <algorithm>

#include "models/design/design.h"

namespace macroscope {
namespace {

template <typename Enum>
std::string_view NameIn(const std::vector<std::string>& names, Enum value) {
  return names.at(static_cast<std::size_t>(value));
}

}  // namespace

const std::vector<std::string>& UnitNames() {
  static const std::vector<std::string> names = {
      "int_mac", "kulisch_mac", "fp_fma", "fp_add", "fp_mul", "int_add", "int_mul", "convert",
      "block_dot", "block_quantize",
      // Of posits:
      "posit_mul", "posit_add", "posit_fma", "posit_quire_mac", "posit_quire_round",
      // Of logarithms:
      "elma_mac", "log_add", "log_mac",
      // Of codebooks:
      "code_sums"};
  return names;
}

std::optional<UnitKind> UnitNamed(std::string_view name) {
  const std::vector<std::string>& names = UnitNames();
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<UnitKind>(found - names.begin());
}

const std::vector<std::string>& RoundingNames() {
  static const std::vector<std::string> names = {
      "ties_to_even", "toward_zero", "toward_negative", "toward_positive",
      "ties_to_away", "to_odd",      "stochastic",      "port"};
  return names;
}

const std::vector<std::string>& OverflowNames() {
  static const std::vector<std::string> names = {"infinity", "saturate", "nan", "wrap"};
  return names;
}

const std::vector<std::string>& SubnormalsNames() {
  static const std::vector<std::string> names = {"keep", "flush_inputs", "flush_outputs", "flush"};
  return names;
}

const std::vector<std::string>& FlagOutputNames() {
  static const std::vector<std::string> names = {"off", "on"};
  return names;
}

const std::vector<std::string>& TininessNames() {
  static const std::vector<std::string> names = {"after_rounding", "before_rounding"};
  return names;
}

const std::vector<std::string>& FormNames() {
  static const std::vector<std::string> names = {"operation", "mac"};
  return names;
}

const std::vector<std::string>& MultiplierNames() {
  static const std::vector<std::string> names = {
      "operator", "wallace", "array", "dadda", "booth_radix4", "booth_radix4_wallace"};
  return names;
}

const std::vector<std::string>& AdderNames() {
  static const std::vector<std::string> names = {"operator", "sklansky", "ripple", "brent_kung",
                                                 "kogge_stone"};
  return names;
}

const std::vector<std::string>& LeadingZerosNames() {
  static const std::vector<std::string> names = {"count", "anticipate"};
  return names;
}

const std::vector<std::string>& PathNames() {
  static const std::vector<std::string> names = {"single", "dual"};
  return names;
}

const std::vector<std::string>& ReductionNames() {
  static const std::vector<std::string> names = {"exact", "max_exponent", "fp_tree"};
  return names;
}

const std::vector<std::string>& TermsNames() {
  static const std::vector<std::string> names = {"products", "blocks"};
  return names;
}

const std::vector<std::string>& AlignmentNames() {
  static const std::vector<std::string> names = {"truncate", "sticky"};
  return names;
}

const std::vector<std::string>& JoinNames() {
  static const std::vector<std::string> names = {"joined", "after"};
  return names;
}

const std::vector<std::string>& BlockScaleRuleNames() {
  static const std::vector<std::string> names = {"floor", "ceil", "even", "rceil"};
  return names;
}

const std::vector<std::string>& LogMethodNames() {
  static const std::vector<std::string> names = {"table",       "interpolate", "bipartite",
                                                 "cotransform", "mitchell",    "linear"};
  return names;
}

std::string_view Name(UnitKind value) { return NameIn(UnitNames(), value); }
std::string_view Name(Rounding value) { return NameIn(RoundingNames(), value); }
std::string_view Name(Overflow value) { return NameIn(OverflowNames(), value); }
std::string_view Name(Subnormals value) { return NameIn(SubnormalsNames(), value); }
std::string_view Name(FlagOutput value) { return NameIn(FlagOutputNames(), value); }
std::string_view Name(Tininess value) { return NameIn(TininessNames(), value); }
std::string_view Name(Form value) { return NameIn(FormNames(), value); }
std::string_view Name(Multiplier value) { return NameIn(MultiplierNames(), value); }
std::string_view Name(Adder value) { return NameIn(AdderNames(), value); }
std::string_view Name(LeadingZeros value) { return NameIn(LeadingZerosNames(), value); }
std::string_view Name(Path value) { return NameIn(PathNames(), value); }
std::string_view Name(Reduction value) { return NameIn(ReductionNames(), value); }
std::string_view Name(Terms value) { return NameIn(TermsNames(), value); }
std::string_view Name(Alignment value) { return NameIn(AlignmentNames(), value); }
std::string_view Name(Join value) { return NameIn(JoinNames(), value); }
std::string_view Name(BlockScaleRule value) { return NameIn(BlockScaleRuleNames(), value); }
std::string_view Name(LogMethod value) { return NameIn(LogMethodNames(), value); }

}  // namespace macroscope
