// What draws the charts: the npm packages of scripts/charts. All of it may be missing.
#pragma once

#include <string>
#include <vector>

namespace macroscope {

// Vega, Vega-Lite and Vega-Embed, to be inlined into a page; "" where they are not installed.
std::string ChartScripts();

struct SvgFiles {
  std::vector<std::string> svg;  // One a specification; empty if none can be drawn.
  std::string why_not;           // Then the reason, with what to do.
};

// Draws Vega-Lite specifications with Node.js. What was drawn before comes from the cache.
SvgFiles DrawSvg(const std::vector<std::string>& specifications);

}  // namespace macroscope
