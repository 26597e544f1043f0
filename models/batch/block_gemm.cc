#include "models/batch/block_gemm.h"

#include <algorithm>
#include <stdexcept>
#include <thread>
#include <vector>

#include "models/batch/block_gemm_operand.h"
#include "models/batch/block_gemm_plan.h"
#include "models/batch/host.h"

namespace macroscope {
namespace {

[[noreturn]] void Fail(const std::string& what) { throw std::invalid_argument(what); }

void Check(const char* name, const GemmOperand& operand, const BlockMatrix& matrix, int lanes) {
  const auto check = [&](const char* what, std::size_t size, std::size_t expected) {
    if (size == expected) return;
    Fail(std::string(name) + " has " + std::to_string(size) + " " + what + ", not " +
         std::to_string(expected));
  };
  if (matrix.length % static_cast<std::size_t>(lanes) != 0) {
    Fail(std::string(name) + "'s lines of " + std::to_string(matrix.length) +
         " are no multiple of " + std::to_string(lanes) + " lanes");
  }
  check("elements", matrix.elements.size(), matrix.lines * matrix.length);
  check("scales", matrix.scales.size(),
        (operand.has_tensor_blocks() ? 1 : matrix.lines) * operand.scales(matrix.length));
  check("microexponents", matrix.microexponents.size(),
        matrix.lines * operand.microexponents(matrix.length));
}

}  // namespace

bool BlockGemm::Supports(const Design& design, std::string* reason) {
  return PlanBlockGemm(design, reason).has_value();
}

BlockGemm::BlockGemm(const Design& design, BatchOptions options) : options_(options) {
  std::string reason;
  const auto plan = PlanBlockGemm(design, &reason);
  if (!plan) Fail("no kernel for matrices of this design: " + reason);
  plan_ = std::make_unique<BlockGemmPlan>(*plan);
  a_ = std::make_unique<GemmOperand>(design.dot.a);
  b_ = std::make_unique<GemmOperand>(design.dot.b);
  const Instructions host = options.portable ? Instructions::kPortable : HostInstructions();
  if (host == Instructions::kPortable) return;
  kernel_ = host == Instructions::kAvx512 && options.avx512 ? "avx512" : "avx2";
}

BlockGemm::~BlockGemm() = default;

void BlockGemm::Multiply(const BlockMatrix& a, const BlockMatrix& b,
                         std::span<std::uint64_t> z) const {
  Check("a", *a_, a, plan_->lanes);
  Check("b", *b_, b, plan_->lanes);
  if (a.length != b.length) Fail("a's lines and b's differ in length");
  if (z.size() != a.lines * b.lines) Fail("z has not one word for each line of a and of b");
  if (z.empty()) return;

  const PlainDoubles plain;
  const std::vector<double> rows = a_->Lines(a, *plan_), columns = b_->Columns(b);
  std::vector<std::uint8_t> specials;
  if (plan_->parts > 1) specials = SpecialsOf(columns, plan_->lanes);
  const GemmWork work = {.a = rows.data(),
                         .b = columns.data(),
                         .b_specials = specials.empty() ? nullptr : specials.data(),
                         .z = z.data(),
                         .rows = a.lines,
                         .columns = b.lines,
                         .length = a.length,
                         .first_row = 0,
                         .end_row = a.lines};
  const auto run = [this](const GemmWork& part) {
    const PlainDoubles here;
    (kernel_ == "avx512" ? BlockGemmAvx512
     : kernel_ == "avx2" ? BlockGemmAvx2
                         : BlockGemmPortable)(*plan_, part);
  };
  const auto parts =
      std::min<std::size_t>(static_cast<std::size_t>(std::max(options_.threads, 1)), a.lines);
  if (parts == 1) return run(work);
  std::vector<std::jthread> threads;
  for (std::size_t part = 0; part < parts; ++part) {
    GemmWork mine = work;
    mine.first_row = a.lines * part / parts;
    mine.end_row = a.lines * (part + 1) / parts;
    threads.emplace_back([=] { run(mine); });
  }
}

}  // namespace macroscope
