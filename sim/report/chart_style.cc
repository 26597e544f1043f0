#include "sim/report/chart_style.h"

#include <algorithm>
#include <iterator>

namespace macroscope {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kColors[] = {"#3f6fb0", "#e0913a", "#4f9e86", "#a8618f",
                                   "#c2a33a", "#6d5fae", "#8a8a8a"};

}  // namespace

Json Palette(std::size_t count) {
  Json colors = Json::array();
  for (std::size_t i = 0; i < count; ++i) {
    colors.push_back(kColors[std::min(i, std::size(kColors) - 1)]);
  }
  return colors;
}

Json ChartConfiguration() {
  const Json font = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif";
  return {{"font", font},
          {"background", "#ffffff"},
          {"view", {{"stroke", nullptr}}},
          {"axis",
           {{"labelFontSize", 11},
            {"titleFontSize", 12},
            {"titleFontWeight", 500},
            {"labelColor", "#444444"},
            {"titleColor", "#444444"},
            {"domainColor", "#999999"},
            {"tickColor", "#999999"},
            {"gridColor", "#e4e4e4"}}},
          {"header", {{"labelFontSize", 13}, {"labelFontWeight", 600}, {"labelColor", "#222222"}}},
          {"legend",
           {{"orient", "bottom"},
            {"direction", "horizontal"},
            {"labelFontSize", 12},
            {"labelColor", "#333333"},
            {"symbolType", "square"},
            {"symbolSize", 130},
            {"columnPadding", 16},
            {"labelLimit", 260}}},
          {"text", {{"color", "#222222"}}},
          {"title",
           {{"anchor", "start"},
            {"fontSize", 16},
            {"fontWeight", 600},
            {"color", "#111111"},
            {"subtitleColor", "#555555"},
            {"subtitleFontSize", 12},
            {"subtitlePadding", 6},
            {"offset", 18}}}};
}

}  // namespace macroscope
