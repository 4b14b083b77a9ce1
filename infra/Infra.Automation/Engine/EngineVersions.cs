namespace Infra.Automation.Engine;

/// <summary>Which command line this library works with.</summary>
public static class EngineVersions
{
    /// <summary>The one that everything recorded is from: what an older one says, the readers here don't know.</summary>
    public const string Minimum = "3.220.0";

    /// <param name="version">Such as <c>3.220.0</c>, <c>v3.221.0-alpha.1</c>.</param>
    /// <returns>Whether it is known to be older; what can't be read is given the benefit of the doubt.</returns>
    public static bool IsTooOld(string version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return Version.TryParse(version.TrimStart('v').Split('-', '+')[0], out var found) && found < Version.Parse(Minimum);
    }
}
