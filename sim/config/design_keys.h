// The keys of a design, common to YAML and command line.
#pragma once

#include <string>
#include <vector>

#include "models/design/design.h"
#include "models/formats/catalogue.h"

namespace macroscope {

struct DesignKeyInfo {
  std::string name;
  std::string DesignText::*field;
  std::vector<std::string> names;  // The values that exist; empty where they are no list.
  std::string values;              // What may stand there instead, for help.
};

const std::vector<DesignKeyInfo>& DesignKeys();
std::vector<std::string> DesignKeyNames();

// The field of `text` called `key`, which must be one of DesignKeyNames().
std::string& DesignField(DesignText& text, const std::string& key);

// Puts `form` where the text names none; a unit without an addend has the operation form alone.
void SetDefaultForm(Form form, DesignText& text);

// "; did you mean 'x'?" for the value of `key` that ParseDesign rejected, or "".
std::string DidYouMeanValue(const DesignText& text, const std::string& key,
                            const Catalogue& formats);

}  // namespace macroscope
