using System.Collections.Immutable;

namespace Infra.Cli.Doctor;

/// <summary>What a check found, and what to do about it.</summary>
/// <param name="State">How it is.</param>
/// <param name="Found">What was found, without anything secret.</param>
/// <param name="Next">What to do, a step each; nothing where it is as it has to be.</param>
internal sealed record CheckResult(CheckState State, string Found, ImmutableArray<string> Next)
{
    public static CheckResult Ok(string found) => new(CheckState.Ok, found, []);

    public static CheckResult Missing(string found, params ImmutableArray<string> next) => new(CheckState.Missing, found, next);

    public static CheckResult Wrong(string found, params ImmutableArray<string> next) => new(CheckState.Wrong, found, next);

    public static CheckResult Unknown(string found, params ImmutableArray<string> next) => new(CheckState.Unknown, found, next);
}
