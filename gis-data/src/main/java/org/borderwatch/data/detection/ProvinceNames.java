package org.borderwatch.data.detection;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.borderwatch.data.LikelyWord;
import org.borderwatch.data.place.Province;
import org.borderwatch.data.place.Provinces;

/** Finds the province that a text names, or nearly names. */
public final class ProvinceNames implements ImportRules.Origins {
  private final Provinces provinces;
  private final LikelyWord nearest;

  public ProvinceNames(Provinces provinces) {
    this.provinces = provinces;
    Map<String, String> names = new LinkedHashMap<>();
    for (Province province : provinces.all()) {
      names.put(province.nameVi(), province.code());
      names.put(province.nameEn(), province.code());
    }
    provinces.all().forEach(province -> names.put(province.code(), province.code()));
    nearest = new LikelyWord(names);
  }

  @Override
  public Optional<String> find(String text) {
    return provinces.find(text).map(Province::code);
  }

  @Override
  public Optional<String> nearest(String text) {
    return nearest.find(text);
  }
}
