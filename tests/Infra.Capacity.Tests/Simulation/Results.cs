using Infra.Capacity.Simulation;
using Infra.Capacity.Statistics;
using Newtonsoft.Json;

namespace Infra.Capacity.Tests.Simulation;

/// <summary>Whole results as text, to compare them to the last digit.</summary>
internal static class Results
{
    public static string Text(SimulationResult result) => JsonConvert.SerializeObject(result, Formatting.Indented, new Histograms());

    // With all of their buckets, which they don't show as properties that can be written.
    private sealed class Histograms : JsonConverter<LatencyHistogram>
    {
        public override void WriteJson(JsonWriter writer, LatencyHistogram? value, JsonSerializer serializer) =>
            serializer.Serialize(writer, new { value!.Count, Sum = value.SumMicros.ToString(), value.MinMicros, value.MaxMicros, Buckets = value.Buckets.Select(bucket => $"{bucket.LowestMicros}: {bucket.Count}") });

        public override LatencyHistogram ReadJson(JsonReader reader, Type objectType, LatencyHistogram? existingValue, bool hasExistingValue, JsonSerializer serializer) => throw new NotSupportedException();
    }
}
