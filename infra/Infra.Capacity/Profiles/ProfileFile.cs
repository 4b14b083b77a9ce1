using System.Collections.Immutable;
using Infra.Capacity.Service;
using Infra.Core.Configuration;

namespace Infra.Capacity.Profiles;

/// <summary>Reads and writes service profiles: JSON, which <c>docs/capacity.md</c> describes.</summary>
public static class ProfileFile
{
    private const int Version = 1;

    /// <summary>Reads one.</summary>
    /// <param name="name">What problems call the file.</param>
    /// <param name="json">What stands in it.</param>
    /// <param name="problems">What is wrong with it goes there.</param>
    /// <returns>The profile; null if there are problems.</returns>
    public static ServiceProfile? Read(string name, string json, ConfigProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var own = new ConfigProblems();
        var document = ConfigBinder.Bind<ProfileDocument>(name, json, own);
        var profile = own.IsEmpty && document is not null ? Convert(name, document, own) : null;
        problems.AddAll(own);
        return own.IsEmpty ? profile : null;
    }

    /// <summary>Writes one.</summary>
    public static void Write(ServiceProfile profile, TextWriter output) => ProfileWriter.Write(profile, Version, output);

    private static ServiceProfile? Convert(string name, ProfileDocument document, ConfigProblems problems)
    {
        if (document.SchemaVersion != Version)
        {
            problems.Add($"{name}.schemaVersion", $"{document.SchemaVersion} is not a version of this program", $"it reads {Version}");
            return null;
        }
        if (document.Requests is null == document.Tokens is null)
        {
            problems.Add(name, "exactly one of 'requests' and 'tokens' is allowed", "say what the replica answers with");
            return null;
        }
        return document.Requests is { } requests ? Requests(name, document, requests, problems) : Tokens(name, document, document.Tokens!, problems);
    }

    private static RequestProfile? Requests(string name, ProfileDocument document, RequestPart part, ConfigProblems problems)
    {
        var path = $"{name}.requests";
        var times = Curve($"{path}.batchTimes", part.BatchTimes, problems);
        var spread = Spread(path, part, problems);
        return times is null || spread is null ? null : Checked(path, problems, new RequestProfile
        {
            Source = document.Source,
            IsEstimate = document.IsEstimate,
            GpuBusyShare = document.GpuBusyShare,
            CpuMicrosPerRequest = document.CpuMicrosPerRequest,
            BatchTimes = times,
            Spread = spread,
            Servers = part.Servers,
            MaxBatchSize = part.MaxBatchSize,
            MaxBatchDelayMicros = part.MaxBatchDelayMicros,
        });
    }

    private static TokenProfile? Tokens(string name, ProfileDocument document, TokenPart part, ConfigProblems problems)
    {
        var path = $"{name}.tokens";
        var prefill = Curve($"{path}.prefillTimes", part.PrefillTimes, problems);
        var decode = Curve($"{path}.decodeTimes", part.DecodeTimes, problems);
        return prefill is null || decode is null ? null : Checked(path, problems, new TokenProfile
        {
            Source = document.Source,
            IsEstimate = document.IsEstimate,
            GpuBusyShare = document.GpuBusyShare,
            CpuMicrosPerRequest = document.CpuMicrosPerRequest,
            PrefillTimes = prefill,
            DecodeTimes = decode,
            DecodeMicrosPerCachedToken = part.DecodeMicrosPerCachedToken,
            MaxSequences = part.MaxSequences,
            KvTokens = part.KvTokens,
            MaxBatchedTokens = part.MaxBatchedTokens,
        });
    }

    private static T? Checked<T>(string path, ConfigProblems problems, T profile)
        where T : ServiceProfile
    {
        var wrong = profile.Problems().ToList();
        foreach (var problem in wrong)
        {
            problems.Add(path, problem);
        }
        return wrong.Count == 0 ? profile : null;
    }

    private static TimeCurve? Curve(string path, ImmutableArray<PointPart> points, ConfigProblems problems) =>
        Made(path, problems, () => new TimeCurve([.. points.Select(point => new TimePoint(point.Size, point.Micros))]));

    private static ServiceSpread? Spread(string path, RequestPart part, ConfigProblems problems)
    {
        if (part.Spread != SpreadKind.Measured && part.Quantiles.Length > 0)
        {
            problems.Add($"{path}.quantiles", "only a measured spread has quantiles", "write 'spread: measured', or leave them out");
            return null;
        }
        return part.Spread switch
        {
            SpreadKind.Deterministic => ServiceSpread.Deterministic,
            SpreadKind.Exponential => ServiceSpread.Exponential,
            _ => Made($"{path}.quantiles", problems, () => ServiceSpread.Measured(part.Quantiles)),
        };
    }

    // What these refuse stands in their own messages, with the name of the parameter below.
    private static T? Made<T>(string path, ConfigProblems problems, Func<T> make)
        where T : class
    {
        try
        {
            return make();
        }
        catch (ArgumentException e)
        {
            problems.Add(path, e.Message.Split(" (Parameter", 2)[0]);
            return null;
        }
    }
}
