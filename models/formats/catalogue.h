// The table of named formats. Users add rows at run time; no code depends on a name.
#pragma once

#include <string_view>
#include <vector>

#include "models/formats/block_format.h"

namespace macroscope {

class Catalogue {
 public:
  // All built-in formats.
  Catalogue();

  // The integer or floating format of that name: a row of the table, or one that a rule names:
  // intN, uintN, smagN (2 <= N <= 32), qM.N and uqM.N (fixed point; M integer bits without the
  // sign, N fraction bits). Throws std::invalid_argument with the list of names that exist.
  Format Find(std::string_view name) const;
  bool Contains(std::string_view name) const;

  // The same for the alternatives to them, which only units take that are made for them: posits,
  // of which a rule names positN_E (3 <= N <= 32 bits, exponent size E).
  Format FindAlternative(std::string_view name) const;
  bool ContainsAlternative(std::string_view name) const;

  // Either of them. Throws as Find does.
  Format FindAny(std::string_view name) const;

  // Adds a user's format of any family. Throws std::invalid_argument if the name is taken or the
  // format invalid.
  void Add(Format format);

  // The same for block formats. No name is both a format and a block format.
  BlockFormat FindBlock(std::string_view name) const;
  bool ContainsBlock(std::string_view name) const;
  void AddBlock(BlockFormat format);

  // In the order of the table: built-in rows first, then the user's.
  const std::vector<Format>& formats() const { return formats_; }
  const std::vector<Format>& alternatives() const { return alternatives_; }
  const std::vector<BlockFormat>& blocks() const { return blocks_; }

 private:
  std::vector<Format> formats_;
  std::vector<Format> alternatives_;
  std::vector<BlockFormat> blocks_;
};

}  // namespace macroscope
