#include "tests/common/all_pairs.h"

#include <gtest/gtest.h>

#include <random>

#include "sim/config/design_arguments.h"
#include "sim/cosim/engine.h"

namespace macroscope {

std::size_t ExpectAllPairsAgree(const Design& design, const std::vector<std::string>& engines) {
  SCOPED_TRACE(DisplayName(design));
  const bool port = design.rounding == Rounding::kPort;
  std::mt19937_64 random(1);
  std::vector<std::uint64_t> a, b, r;
  for (std::uint64_t x = 0; x <= design.a.code_mask(); ++x) {
    for (std::uint64_t y = 0; y <= design.b.code_mask(); ++y) {
      for (std::uint64_t mode = 0; mode < (port ? kPortModes : 1); ++mode) {
        a.push_back(x);
        b.push_back(y);
        r.push_back(port ? mode : random() & ((std::uint64_t{1} << design.random_bits) - 1));
      }
    }
  }
  const Operands in{.count = a.size(), .a = a, .b = b, .r = r};
  std::vector<std::uint64_t> first_z(a.size()), z(a.size());
  std::vector<std::uint8_t> first_flags(a.size()), flags(a.size());
  const auto first = MakeEngine(engines.front(), design);
  first->Evaluate(in, first_z, first_flags);
  for (std::size_t e = 1; e < engines.size(); ++e) {
    const auto engine = MakeEngine(engines[e], design);
    engine->Evaluate(in, z, flags);
    const bool compares_flags = first->has_flags() && engine->has_flags();
    std::size_t mismatches = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (z[i] == first_z[i] && (!compares_flags || flags[i] == first_flags[i])) continue;
      if (++mismatches > 3) break;
      ADD_FAILURE() << std::hex << "a " << a[i] << " b " << b[i] << " r " << r[i] << ": "
                    << engines.front() << " " << first_z[i] << " flags " << int{first_flags[i]}
                    << ", " << engines[e] << " " << z[i] << " flags " << int{flags[i]};
    }
  }
  return a.size();
}

Design PairsDesign(const std::vector<std::string>& arguments) {
  return ParseDesignArguments(arguments, {}, Form::kOperation);
}

std::vector<Design> PairsDesigns(const std::string& unit) {
  std::vector<Design> designs;
  for (const char* operands : {"fp8_e4m3", "fp8_e5m2"}) {
    for (const char* rounding : {"port", "to_odd", "stochastic"}) {
      for (const char* subnormals : {"keep", "flush_inputs", "flush_outputs", "flush"}) {
        for (const char* tininess : {"after_rounding", "before_rounding"}) {
          designs.push_back(PairsDesign({"unit=" + unit, std::string("operands=") + operands,
                                         std::string("rounding=") + rounding,
                                         std::string("subnormals=") + subnormals,
                                         std::string("tininess=") + tininess, "flags=on"}));
        }
      }
    }
  }
  return designs;
}

}  // namespace macroscope
