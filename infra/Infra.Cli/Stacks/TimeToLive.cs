using System.CommandLine;
using Infra.Core.Configuration;
using Infra.Core.Units;

namespace Infra.Cli.Stacks;

/// <summary>How long a temporary environment lives.</summary>
internal sealed class TimeToLive(string name, string description)
{
    private static readonly TimeSpan _least = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan _most = TimeSpan.FromDays(30);

    public Option<string?> Option { get; } = new(name) { Description = description, HelpName = "time" };

    public bool IsRequired
    {
        get => Option.Required;
        init => Option.Required = value;
    }

    /// <exception cref="UsageException">The value is no such time.</exception>
    public TimeSpan? Read(ParseResult result) => result.GetValue(Option) switch
    {
        null => null,
        var text when GoDuration.TryParse(text, out var time) && time.ToTimeSpan() is var span && span >= _least && span <= _most => span,
        var text => throw new UsageException($"{Option.Name} is {Shown.Quoted(text)}; allowed: a time from 15m to 720h, such as 8h or 1h30m"),
    };
}
