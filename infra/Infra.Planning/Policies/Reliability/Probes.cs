using System.Globalization;
using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Reliability;

/// <summary>How long a probe waits.</summary>
internal static class Probes
{
    // The API's defaults (kubernetes.io, "Configure Liveness, Readiness and Startup Probes").
    private const double DefaultPeriod = 10;
    private const double DefaultFailures = 3;

    /// <summary>Seconds from the start of a container until a probe that never succeeds has given up; null where a number isn't known.</summary>
    public static double? Budget(Field probe) =>
        Number(probe["initialDelaySeconds"], 0) + (Number(probe["periodSeconds"], DefaultPeriod) * Number(probe["failureThreshold"], DefaultFailures));

    /// <summary>For a message.</summary>
    public static string Seconds(double? seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds} s");

    private static double? Number(Field field, double byDefault) => field.IsAbsent ? byDefault : field.Number;
}
