// The keys of log_mac whose operands are double-base numbers, which go into fixed point alone.
#include "models/design/linear_product.h"
#include "models/design/log_text.h"
#include "models/design/parse_name.h"
#include "models/tables/lookup_table.h"

namespace macroscope {
namespace {

constexpr int kUsualTableBits = 8;

}  // namespace

void ParseDoubleBaseMethod(const DesignText& text, Design& design) {
  const std::string& name = design.a.name;
  const std::string_view accumulator = Trimmed(text.accumulator);
  if (!accumulator.empty() && !accumulator.starts_with("fixed")) {
    throw DesignError("accumulator", "'" + std::string(accumulator) + "' is no accumulator of " +
                                         name +
                                         ", whose sums are in fixed point; give fixed+G (G guard "
                                         "bits) or fixedW (W bits)");
  }
  LogArithmetic& logarithm = design.logarithm;
  logarithm.method =
      ParseName("method", Trimmed(text.method), LogMethodNames(), LogMethod::kLinear);
  if (logarithm.method != LogMethod::kLinear) {
    throw DesignError("method", std::string(Name(logarithm.method)) +
                                    " is for sums of logarithms, and those of " + name +
                                    " are in fixed point; leave it out");
  }
  if (!Trimmed(text.error).empty()) {
    throw DesignError("error",
                      "sums in fixed point are exact, by the table's entries; leave it out, and "
                      "give table_bits");
  }
  const ThreeRange threes = ProductThrees(design.a, design.b);
  logarithm.table_entries = threes.greatest - threes.least + 1;
  if (!Trimmed(text.table_entries).empty()) {
    throw DesignError("table_entries", "the table of " + name +
                                           " has an entry for each sum of two "
                                           "exponents of three, " +
                                           std::to_string(logarithm.table_entries) +
                                           "; leave it out");
  }
  logarithm.table_bits = ParseTableBits(Trimmed(text.table_bits), kUsualTableBits);
  const int octave_bits = LinearProductOf(design).table.octave_bits;
  if (octave_bits + logarithm.table_bits > kMostEntryBits) {
    throw DesignError("table_bits", "entries of " + std::to_string(logarithm.table_bits) +
                                        " fraction bits and " + std::to_string(octave_bits) +
                                        " of their octave are more than " +
                                        std::to_string(kMostEntryBits) + " bits; give at most " +
                                        std::to_string(kMostEntryBits - octave_bits));
  }
}

}  // namespace macroscope
