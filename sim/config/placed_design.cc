#include "sim/config/placed_design.h"

#include <algorithm>

#include "sim/config/design_keys.h"
#include "sim/config/strict_node.h"

namespace macroscope {

const Where* PlacedDesign::Find(const std::string& key) const {
  const auto place = std::ranges::find(places, key, &Where::key);
  return place == places.end() ? nullptr : &*place;
}

void PlacedDesign::Set(const std::string& value, const Where& place) {
  DesignField(text, place.key) = value;
  const auto old = std::ranges::find(places, place.key, &Where::key);
  if (old == places.end()) {
    places.push_back(place);
  } else {
    *old = place;
  }
}

std::string ReadDesignValue(const StrictNode& node) {
  if (node.where().key != "operands" || !node.is_list()) return node.Text();
  const std::vector<StrictNode> pair = node.List();
  if (pair.size() != 2) {
    node.Fail("a pair of " + std::to_string(pair.size()) + " formats; expected two: [X, Y]");
  }
  return pair[0].Text() + "," + pair[1].Text();
}

Design ParsePlaced(const PlacedDesign& design, const Catalogue& formats) {
  try {
    return ParseDesign(design.text, formats);
  } catch (const DesignError& error) {
    const Where* place = design.Find(error.key());
    const Where whole{design.where.file, design.where.line, error.key()};
    std::string message = error.what();
    if (message.find("did you mean") == std::string::npos) {
      message += DidYouMeanValue(design.text, error.key(), formats);
    }
    throw ConfigError(place != nullptr ? *place : whole, message);
  }
}

}  // namespace macroscope
