// What takes long to work out and is asked for again: each value is made once, and kept.
#pragma once

#include <map>
#include <memory>
#include <mutex>

namespace macroscope {

template <typename Key, typename Value>
class Kept {
 public:
  // What make() gave for `key` the first time. Threads may ask at once.
  template <typename Make>
  std::shared_ptr<const Value> Get(const Key& key, Make&& make) {
    const std::scoped_lock lock(mutex_);
    std::shared_ptr<const Value>& value = values_[key];
    if (!value) value = std::make_shared<const Value>(make());
    return value;
  }

 private:
  std::mutex mutex_;
  std::map<Key, std::shared_ptr<const Value>> values_;
};

}  // namespace macroscope
