// Work that may crash, or may be done only once a process, in a child of its own.
#pragma once

#include <functional>
#include <string>

namespace macroscope {

struct ChildResult {
  bool ok = false;
  std::string text;  // What `work` returned; or, in one message, why it returned nothing.
};

// Forks; the child calls `work` and hands its text back. Waits. What `work` throws, a crash or a
// kill is the child's failure alone; the child dies with us, and what it prints is shown only if
// it fails. Throws BuildError if there can be no child.
ChildResult RunInChild(const std::function<std::string()>& work);

}  // namespace macroscope
