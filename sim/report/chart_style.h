// What all charts look like.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>

namespace macroscope {

inline constexpr const char* kVegaLite = "https://vega.github.io/schema/vega-lite/v6.json";

// Colours that stay apart for colour-blind readers, on white and on black; the last of them for
// all that are too many.
nlohmann::ordered_json Palette(std::size_t count);

// Vega-Lite's `config`.
nlohmann::ordered_json ChartConfiguration();

}  // namespace macroscope
