// The text of a design and the place of each of its keys, so that what is wrong with one is told
// where it stands.
#pragma once

#include <string>
#include <vector>

#include "models/design/design.h"
#include "models/formats/catalogue.h"
#include "sim/config/config_error.h"

namespace macroscope {

class StrictNode;

struct PlacedDesign {
  DesignText text;
  Where where;                // Of the design as a whole: for a key that is not given.
  std::vector<Where> places;  // Of the keys that are.

  // Where `key` is given; nullptr if it is not.
  const Where* Find(const std::string& key) const;
  // Gives `place.key`, or gives it anew.
  void Set(const std::string& value, const Where& place);
};

// The value of a design's key: a list is a pair of `operands`, [fp8_e4m3, int8]. Throws
// ConfigError.
std::string ReadDesignValue(const StrictNode& node);

// The checked design. Throws ConfigError at the key at fault.
Design ParsePlaced(const PlacedDesign& design, const Catalogue& formats);

}  // namespace macroscope
