using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Engine.Yaml;
using Infra.Planning.Model;

namespace Infra.Engine.Configuration;

/// <summary>Goes through Pulumi's own top-level keys; what belongs to the program it leaves to the program's binder.</summary>
internal sealed class EnvironmentReader
{
    private static readonly string[] _topLevelKeys = ["config", "encryptedkey", "encryptionsalt", "environment", "secretsprovider"];

    private readonly string _projectName;
    private readonly ConfigProblems _problems = new();
    private readonly ImmutableSortedDictionary<string, string>.Builder _config = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
    private readonly ImmutableSortedSet<string>.Builder _encrypted = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
    private readonly ImmutableArray<string>.Builder _nestedSecrets = ImmutableArray.CreateBuilder<string>();
    private readonly HashSet<string> _structured = new(StringComparer.Ordinal);
    private readonly ImmutableArray<PlanDiagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<PlanDiagnostic>();

    private bool _toldOfAliases;

    private EnvironmentReader(string projectName) => _projectName = projectName;

    public static EnvironmentFile Read(string text, EnvironmentFile file, string projectName, ConfigOverrides overrides)
    {
        var reader = new EnvironmentReader(projectName);
        foreach (var property in YamlFile.ReadMapping(text, reader._problems) ?? [])
        {
            reader.ReadTopLevel(property, file.FileName);
        }

        var overridden = new ConfigSetter(projectName, reader._config, reader._encrypted, reader._structured, reader._problems).Set(overrides);
        return file with
        {
            Config = reader._config.ToImmutable(),
            EncryptedKeys = reader._encrypted.ToImmutable(),
            NestedSecrets = reader._nestedSecrets.ToImmutable(),
            OverriddenPaths = overridden,
            DisabledDefaultProviders = DisabledProviders.Read(reader._config, reader._problems),
            Diagnostics = reader._diagnostics.ToImmutable(),
            Problems = reader._problems,
        };
    }

    private void ReadTopLevel(YamlProperty property, string fileName)
    {
        switch (property.Key)
        {
            case "config":
                ReadConfig(property.Value);
                break;
            case "environment":
                _diagnostics.Add(new PlanDiagnostic(
                    DiagnosticSeverity.Warning,
                    $"{fileName} imports 'environment' from Pulumi ESC; this preview doesn't ask ESC, so what that would add or override is missing here"));
                break;
            case "secretsprovider" or "encryptionsalt" or "encryptedkey":
                break;
            default:
                var nearest = Suggestion.Nearest(property.Key, _topLevelKeys);
                var advice = nearest is null ? $"allowed are {string.Join(", ", _topLevelKeys)}" : $"did you mean '{nearest}'?";
                _problems.Add(property.Mark.ToString(), $"unknown key {Shown.Quoted(property.Key)} beside 'config'; {advice}");
                break;
        }
    }

    private void ReadConfig(YamlNode config)
    {
        if (config is YamlMapping { Properties: var properties })
        {
            var lines = new Dictionary<string, YamlMark>(StringComparer.Ordinal);
            foreach (var property in properties)
            {
                ReadValue(property, lines);
            }
        }
        else if (config is not YamlScalar { Kind: ScalarKind.Null })
        {
            _problems.Add(config.Mark.ToString(), $"'config' is {YamlFile.Describe(config)}; a mapping of NAMESPACE:NAME to values is required");
        }
    }

    private void ReadValue(YamlProperty property, Dictionary<string, YamlMark> lines)
    {
        var key = ConfigKeyName.Full(property.Key, _projectName);
        if (ConfigKeyName.Problem(property.Key, key, _projectName) is { } problem)
        {
            _problems.Add(property.Mark.ToString(), problem);
        }
        else if (!lines.TryAdd(key!, property.Mark))
        {
            _problems.Add(property.Mark.ToString(), $"{Shown.Quoted(property.Key)} is the key '{key}', already defined at line {lines[key!].Line}; keep one");
        }
        else if (property.Value is YamlMapping { IsSecure: true })
        {
            _encrypted.Add(key!);
        }
        else
        {
            AddPlain(key!, property.Value);
        }
    }

    private void AddPlain(string key, YamlNode value)
    {
        try
        {
            _config.Add(key, value is YamlScalar scalar ? scalar.Text : YamlJson.Write(value));
            if (value is not YamlScalar)
            {
                _structured.Add(key);
            }

            _nestedSecrets.AddRange(Secrets(value, key));
        }
        catch (YamlDocumentException e)
        {
            // The budget is each value's, the complaint is about the document.
            if (e.Message != AliasBudget.Exceeded || !_toldOfAliases)
            {
                _problems.Add(e.Mark.ToString(), e.Message);
                _toldOfAliases |= e.Message == AliasBudget.Exceeded;
            }
        }
    }

    private static IEnumerable<string> Secrets(YamlNode node, string path) => node switch
    {
        YamlMapping { IsSecure: true } => [path],
        YamlMapping { Properties: var properties } => properties.SelectMany(p => Secrets(p.Value, ConfigPath.Key(path, p.Key))),
        YamlSequence { Items: var items } => items.SelectMany((item, i) => Secrets(item, ConfigPath.Index(path, i))),
        _ => [],
    };
}
