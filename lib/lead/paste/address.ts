import { isAddressWord } from './name.ts'

const STREET =
  /(?:gate|gata|gaten|gade|vei|veien|veg|vegen|vej|vägen|gatan|straße|strasse|str\.|straat|laan|weg|platz|allee|allé|katu|tie|kuja|brygge|brygga|plass|plassen|torg|torget|plads|plan|kaj|kai|kaia|ring|damm|ufer|markt|hof|kade|plein|gracht|dijk|singel|row|road|street|avenue|lane|drive|close|court|square|house|mews|terrace|park|quay|wharf)$/i
const LEADING =
  /^(?:rue|avenue|av\.|avda\.?|boulevard|bd|place|chemin|allée|impasse|quai|route|calle|c\/|c\.|plaza|paseo|carrer|via|viale|piazza|corso|largo|vicolo|strada|rua|am|an der|an den|auf der|auf dem|im|in der|zum|zur|unter den|besøk(?:sadresse)?|besøg|postadresse|adresse|address|adress|besöks?(?:adress)?|postal|osoite|indirizzo|dirección|adres|visiting|office|hovedkontor|location|kontor|sted)(?=[\s:.])/i
const BOX =
  /^(?:postboks|postbox|box|p\.?\s?o\.?\s?box|pb|boks|postfach|b\.?p\.?|apartado|casella postale|postbus|pl)\s?\.?\s?\d/i
const POSTCODE =
  /(?:^|[\s,])(?:(?:no|n|se|s|dk|d|de|fi|fin|nl|f|i|e|a|ch|b)[-–\s])?(?:\d{4,5}|\d{3}\s\d{2}|\d{4}\s?[A-Z]{2}|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2})(?=\s|,|$)/i
const COUNTRIES =
  /^(?:norge|noreg|norway|norwegen|sverige|sweden|schweden|danmark|denmark|dänemark|finland|suomi|iceland|island|deutschland|germany|österreich|austria|schweiz|suisse|switzerland|france|españa|spain|italia|italy|nederland|the netherlands|netherlands|belgium|belgië|belgique|united kingdom|uk|england|scotland|wales|ireland|usa|united states|canada|portugal|poland|polska|estonia|eesti|latvia|lithuania)$/i
const FLOOR =
  /(?:\d\.\s?(?:etasje|etg|etage|sal|våning|stock|og|og\.|floor|piso|kerros|verdieping|étage|piano)|\d(?:st|nd|rd|th) floor|suite \d|inngang|entrance|oppgang)/i

/** Whether a text tells a place: a street and its number, a post code, a box, a floor or a country. */
export function isAddress(text: string): boolean {
  if (BOX.test(text) || COUNTRIES.test(text) || FLOOR.test(text)) return true
  const words = text.split(/[\s,]+/)
  const hasNumber = /\d/.test(text)
  if (
    hasNumber &&
    (LEADING.test(text) || words.some(word => STREET.test(word) || isAddressWord(word)))
  )
    return true
  if (LEADING.test(text) && /:/.test(text)) return true
  if (POSTCODE.test(text)) return true
  // "Damgård 12 B": one or two words and a house number.
  return /^\p{Lu}[\p{L}.'’ -]{2,40}\s\d{1,4}\s?[A-Za-z]?$/u.test(text)
}
