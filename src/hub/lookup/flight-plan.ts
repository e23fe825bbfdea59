/** The properties a lookup asks for: an empty list means all, undefined means that only existence is asked. */
export type Properties = readonly string[] | undefined;

interface Flight {
  key: string;
  properties: Properties;
  hasBegun: boolean;
}

/** One shared lookup: its key, and a function that starts it with the properties that its callers asked for until then. */
export interface PlannedFlight {
  key: string;
  depart<Value>(begin: (properties: Properties) => Promise<Value>): Promise<Value>;
}

/**
 * Decides which lookups of the same thing share one walk although they ask for different properties. Lookups
 * that come before the walk has begun add their properties to it; later lookups join when the walk asks for
 * everything they need.
 */
export function createFlightPlan(): (sameThing: string, properties: Properties) => PlannedFlight {
  const flights = new Map<string, Flight[]>();
  let count = 0;

  function join(sameThing: string, properties: Properties): Flight {
    const known = flights.get(sameThing) ?? [];
    for (const flight of known) {
      if (covers(flight.properties, properties)) return flight;
      const together = flight.hasBegun ? undefined : joined(flight.properties, properties);
      if (!together) continue;
      flight.properties = together;
      return flight;
    }
    count += 1;
    const flight = { key: `${count} ${sameThing}`, properties, hasBegun: false };
    flights.set(sameThing, [...known, flight]);
    return flight;
  }

  function forget(sameThing: string, flight: Flight): void {
    const left = (flights.get(sameThing) ?? []).filter((one) => one !== flight);
    if (left.length > 0) flights.set(sameThing, left);
    else flights.delete(sameThing);
  }

  return (sameThing, properties) => {
    const flight = join(sameThing, properties);
    return {
      key: flight.key,
      depart: (begin) => {
        flight.hasBegun = true;
        return begin(flight.properties).finally(() => forget(sameThing, flight));
      },
    };
  };
}

/**
 * Whether an answer to `asked` holds the properties in `wanted`. An answer to "all" lacks the properties that
 * come only when named.
 */
function covers(asked: Properties, wanted: Properties): boolean {
  if (wanted === undefined) return true;
  if (asked === undefined) return false;
  if (asked.length === 0 || wanted.length === 0) return asked.length === wanted.length;
  return wanted.every((property) => asked.includes(property));
}

/** The properties that answer both lookups; undefined when no single request does. */
function joined(one: Properties, other: Properties): Properties {
  if (one === undefined || other === undefined) return one ?? other;
  if (one.length === 0 || other.length === 0) return undefined;
  return [...new Set([...one, ...other])];
}
