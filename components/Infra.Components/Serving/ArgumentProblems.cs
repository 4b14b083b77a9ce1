using Infra.Core.Configuration;
using Infra.Core.Serving;
using Ending = Infra.Core.Serving.Termination;

namespace Infra.Components.Serving;

/// <summary>Checks that several inputs share.</summary>
internal static class ArgumentProblems
{
    /// <summary>Adds a problem for a number that is too small.</summary>
    public static void AtLeast(int least, int value, string path, ConfigProblems problems)
    {
        if (value < least)
        {
            problems.Add(path, $"{value} is less than {least}");
        }
    }

    /// <summary>Adds a problem where a pod would take too long to end.</summary>
    /// <param name="path">Path of the component.</param>
    /// <param name="longestRequestSeconds">Seconds of the longest request.</param>
    /// <param name="deregistrationSeconds">Seconds for which a load balancer still sends requests.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Termination(string path, int longestRequestSeconds, int deregistrationSeconds, ConfigProblems problems)
    {
        AtLeast(1, longestRequestSeconds, $"{path}.longestRequestSeconds", problems);
        AtLeast(0, deregistrationSeconds, $"{path}.deregistrationSeconds", problems);
        var grace = Ending.For(ShutdownBehaviour.Drops, longestRequestSeconds, deregistrationSeconds).GraceSeconds;
        if (grace > Ending.MostGraceSeconds)
        {
            problems.Add(
                $"{path}.longestRequestSeconds",
                $"a pod that ends would take {grace} seconds to finish requests of {longestRequestSeconds}, and Cluster Autoscaler kills pods after {Ending.MostGraceSeconds}; "
                + $"allow shorter requests{(deregistrationSeconds > Ending.EndpointSeconds ? ", or a shorter deregistration delay" : "")}");
        }
    }

    /// <summary>The member of an enumeration; null for no text, and for one that is not allowed, which is a problem.</summary>
    public static T? Parse<T>(string? text, string path, ConfigProblems problems)
        where T : struct, Enum
    {
        if (text is null)
        {
            return null;
        }

        if (WireNames.TryParse<T>(text, out var value))
        {
            return value;
        }

        problems.Add(path, $"{Shown.Quoted(text)} is not allowed; allowed: {string.Join(", ", WireNames.All<T>())}");
        return null;
    }
}
