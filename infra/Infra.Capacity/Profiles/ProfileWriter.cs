using Infra.Capacity.Service;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Capacity.Profiles;

/// <summary>Writes a profile as the file that <see cref="ProfileFile"/> reads.</summary>
internal static class ProfileWriter
{
    public static void Write(ServiceProfile profile, int version, TextWriter output)
    {
        var document = new JObject
        {
            ["schemaVersion"] = version,
            ["source"] = profile.Source,
            ["isEstimate"] = profile.IsEstimate,
            ["gpuBusyShare"] = profile.GpuBusyShare,
        };
        if (profile.CpuMicrosPerRequest is { } cpu)
        {
            document["cpuMicrosPerRequest"] = cpu;
        }
        switch (profile)
        {
            case RequestProfile requests:
                document["requests"] = Part(requests);
                break;
            case TokenProfile tokens:
                document["tokens"] = Part(tokens);
                break;
        }
        using (var json = new JsonTextWriter(output) { Formatting = Formatting.Indented, CloseOutput = false })
        {
            document.WriteTo(json);
        }
        output.WriteLine();
    }

    private static JObject Part(RequestProfile profile)
    {
        var part = new JObject
        {
            ["batchTimes"] = Points(profile.BatchTimes),
            ["spread"] = char.ToLowerInvariant($"{profile.Spread.Kind}"[0]) + $"{profile.Spread.Kind}"[1..],
            ["servers"] = profile.Servers,
            ["maxBatchSize"] = profile.MaxBatchSize,
            ["maxBatchDelayMicros"] = profile.MaxBatchDelayMicros,
        };
        if (profile.Spread.Kind == SpreadKind.Measured)
        {
            part["quantiles"] = new JArray(profile.Spread.Quantiles.Select(quantile => Math.Round(quantile, 6)));
        }
        return part;
    }

    private static JObject Part(TokenProfile profile) => new()
    {
        ["prefillTimes"] = Points(profile.PrefillTimes),
        ["decodeTimes"] = Points(profile.DecodeTimes),
        ["decodeMicrosPerCachedToken"] = profile.DecodeMicrosPerCachedToken,
        ["maxSequences"] = profile.MaxSequences,
        ["kvTokens"] = profile.KvTokens,
        ["maxBatchedTokens"] = profile.MaxBatchedTokens,
    };

    private static JArray Points(TimeCurve curve) => new(curve.Points.Select(point => new JObject { ["size"] = point.Size, ["micros"] = Math.Round(point.Micros, 3) }));
}
