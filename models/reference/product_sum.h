// A word that products are added to, and what is read of it: what the exact sums of all units have
// in common.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <stdexcept>

namespace macroscope {

class ProductSum {
 public:
  ProductSum() = default;
  ProductSum(const ProductSum&) = delete;
  ProductSum& operator=(const ProductSum&) = delete;
  virtual ~ProductSum() = default;

  // Of c and z.
  virtual int limbs() const = 0;

  // z = a*b + c.
  void Operate(std::uint64_t a, std::uint64_t b, const std::uint64_t* c, std::uint64_t* z) {
    Start(c);
    AddProduct(a, b);
    Store(z);
  }
  // z = sum of a[i]*b[i], wrapped or saturated once. Throws std::invalid_argument if the counts
  // differ.
  void Dot(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b, std::uint64_t* z) {
    if (a.size() != b.size()) throw std::invalid_argument("the operands' counts differ");
    Start(nullptr);
    for (std::size_t i = 0; i < a.size(); ++i) AddProduct(a[i], b[i]);
    Store(z);
  }

 private:
  // From c, or from 0 where there is none.
  virtual void Start(const std::uint64_t* c) = 0;
  virtual void AddProduct(std::uint64_t a, std::uint64_t b) = 0;
  virtual void Store(std::uint64_t* z) = 0;
};

}  // namespace macroscope
