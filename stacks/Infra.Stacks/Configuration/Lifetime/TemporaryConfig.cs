using System.Globalization;
using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>
/// An environment that goes again: <c>./run up NAME --from ENVIRONMENT --ttl 8h</c> writes it, <c>./run extend</c> moves its end, <c>./run reap</c> destroys what is past it. The program itself looks at no clock.
/// </summary>
public sealed record TemporaryConfig : IConfigRules
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>The environment that it was copied from.</summary>
    [Matches("[A-Za-z0-9_.-]{1,100}", "the name of an environment")]
    public required string From { get; init; }

    /// <summary>Until when it is needed, in UTC, in quotes: <c>"2026-11-23T04:00:00Z"</c>. A tag of everything in AWS (<c>temporary-until</c>) and a stack output (<c>temporaryUntil</c>) say the same.</summary>
    public required string Until { get; init; }

    /// <summary>A time as it is written here.</summary>
    public static string Written(DateTimeOffset time) => time.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>A time that is written like that; null where it isn't.</summary>
    public static DateTimeOffset? Read(string? text) =>
        DateTimeOffset.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (Read(Until) is null)
        {
            problems.Add(ConfigPath.Key(path, "until"), $"{Shown.Quoted(Until)} is no time in UTC, such as \"2026-11-23T04:00:00Z\"; './run extend' writes one");
        }
    }
}
