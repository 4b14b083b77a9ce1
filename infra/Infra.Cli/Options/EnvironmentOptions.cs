using System.Collections.Immutable;
using System.CommandLine;
using Infra.Core.Configuration;

namespace Infra.Cli.Options;

/// <summary>What every command takes that works on an environment: which one, and what to read instead of or beside its file.</summary>
internal sealed class EnvironmentOptions
{
    private readonly Argument<string?> _environment = new("environment") { Description = "The <environment> of Pulumi.<environment>.yaml" };

    private readonly Option<string?> _configFile = new("--config-file")
    {
        Description = "Read this file instead of Pulumi.<environment>.yaml",
        HelpName = "file",
    };

    private readonly Option<string[]> _config = new(ConfigOverrides.Option, "-c")
    {
        Description = "Set a configuration value on top of the file; may be repeated. A structured value is written as JSON",
        HelpName = "key=value",
    };

    private readonly Option<bool> _configPath = new("--config-path")
    {
        Description = "The keys of --config lead into structured values, such as models[0].capacity.max",
    };

    private readonly Option<string[]> _stackExport = new("--stack-export")
    {
        Description = "What a StackReference to this stack finds, from the output of 'pulumi stack export'; may be repeated",
        HelpName = "stack=file",
    };

    /// <param name="isRequired">False where a command can do without an environment.</param>
    /// <param name="runsProgram">False where no program runs that could have stack references.</param>
    public EnvironmentOptions(bool isRequired = true, bool runsProgram = true)
    {
        _environment.Arity = isRequired ? ArgumentArity.ExactlyOne : ArgumentArity.ZeroOrOne;
        Options = runsProgram ? [_config, _configPath, _configFile, _stackExport] : [_config, _configPath, _configFile];
    }

    private Option[] Options { get; }

    public void AddTo(Command command)
    {
        command.Add(_environment);
        foreach (var option in Options)
        {
            command.Add(option);
        }
    }

    public bool HasEnvironment(ParseResult result) => result.GetValue(_environment) is not null;

    /// <summary>The first of these that the command line has, as the user knows it; null for none.</summary>
    public string? FirstGiven(ParseResult result) =>
        HasEnvironment(result) ? "the environment" : Options.FirstOrDefault(option => result.GetResult(option) is { Implicit: false })?.Name;

    /// <exception cref="UsageException">There is no such environment, or an option's value has not the form it needs.</exception>
    public PlanRequest Read(ParseResult result, ProjectFolder project)
    {
        var request = new PlanRequest
        {
            Environment = result.GetValue(_environment) ?? throw new InvalidOperationException("no environment was given"),
            ConfigFile = result.GetValue(_configFile),
            Config = new ConfigOverrides(
                Pairs(result, _config, static (key, value) => new ConfigOverride(key, value)), result.GetValue(_configPath)),
            StackExports = Pairs(result, _stackExport, static (stack, file) => new StackExport(stack, file)),
        };
        if (request.Config is { KeysArePaths: true, All: [] })
        {
            throw new UsageException($"{_configPath.Name} says how the keys of {_config.Name} are read; add {_config.Name} KEY=VALUE, or leave it out");
        }
        if (request.ConfigFile is null)
        {
            project.RequireEnvironment(request.Environment);
        }
        else
        {
            StackName.Require(request.Environment);
            RequireConfigFile(request.ConfigFile);
        }
        return request;
    }

    private void RequireConfigFile(string path)
    {
        // A command may read it twice.
        if (path == "-")
        {
            throw new UsageException($"{_configFile.Name} can't read standard input (-); name a file");
        }
        InputFile.Require(_configFile.Name, path);
    }

    private static ImmutableArray<T> Pairs<T>(ParseResult result, Option<string[]> option, Func<string, string, T> create) =>
        [.. (result.GetValue(option) ?? []).Select(text => Pair(text, option, create))];

    private static T Pair<T>(string text, Option<string[]> option, Func<string, string, T> create)
    {
        // The text isn't repeated: what was forgotten may be the key of a secret.
        return text.IndexOf('=', StringComparison.Ordinal) is var at && at > 0
            ? create(text[..at], text[(at + 1)..])
            : throw new UsageException($"{option.Name} needs {option.HelpName!.ToUpperInvariant()}");
    }
}
