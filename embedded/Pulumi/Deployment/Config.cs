using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Pulumi.Embedded;

namespace Pulumi;

/// <summary>Configuration of the program's own namespace, or of a named one.</summary>
public sealed partial class Config
{
    private readonly string _name;

    public Config(string? name = null)
    {
        name ??= Deployment.Instance.ProjectName;
        _name = name.EndsWith(":config", StringComparison.Ordinal) ? name[..^":config".Length] : name;
    }

    public string? Get(string key) => Read(key);

    public bool? GetBoolean(string key) => Read(key) is { } text ? ParseBoolean(key, text) : null;

    public int? GetInt32(string key) => Read(key) is { } text ? ParseInt32(key, text) : null;

    public double? GetDouble(string key) => Read(key) is { } text ? ParseDouble(key, text) : null;

    [return: MaybeNull]
    public T GetObject<T>(string key, JsonSerializerOptions options) => Read(key) is { } text ? ParseObject<T>(key, text, options) : default;

    [return: MaybeNull]
    public T GetObject<T>(string key) => GetObject<T>(key, null!);

    public Output<string>? GetSecret(string key) => ReadSecret(key, text => text);

    public Output<bool>? GetSecretBoolean(string key) => ReadSecret(key, text => ParseBoolean(key, text));

    public Output<int>? GetSecretInt32(string key) => ReadSecret(key, text => ParseInt32(key, text));

    public Output<double>? GetSecretDouble(string key) => ReadSecret(key, text => ParseDouble(key, text));

    public Output<T>? GetSecretObject<T>(string key, JsonSerializerOptions options) => ReadSecret(key, text => ParseObject<T>(key, text, options));

    public Output<T>? GetSecretObject<T>(string key) => GetSecretObject<T>(key, null!);

    public string Require(string key) => Read(key) ?? throw new ConfigMissingException(FullKey(key));

    public bool RequireBoolean(string key) => ParseBoolean(key, Require(key));

    public int RequireInt32(string key) => ParseInt32(key, Require(key));

    public double RequireDouble(string key) => ParseDouble(key, Require(key));

    public T RequireObject<T>(string key, JsonSerializerOptions options) => ParseObject<T>(key, Require(key), options);

    public T RequireObject<T>(string key) => RequireObject<T>(key, null!);

    public Output<string> RequireSecret(string key) => GetSecret(key) ?? throw new ConfigMissingException(FullKey(key));

    public Output<bool> RequireSecretBoolean(string key) => GetSecretBoolean(key) ?? throw new ConfigMissingException(FullKey(key));

    public Output<int> RequireSecretInt32(string key) => GetSecretInt32(key) ?? throw new ConfigMissingException(FullKey(key));

    public Output<double> RequireSecretDouble(string key) => GetSecretDouble(key) ?? throw new ConfigMissingException(FullKey(key));

    public Output<T> RequireSecretObject<T>(string key, JsonSerializerOptions options)
        => GetSecretObject<T>(key, options) ?? throw new ConfigMissingException(FullKey(key));

    public Output<T> RequireSecretObject<T>(string key) => RequireSecretObject<T>(key, null!);

    private string FullKey(string key) => $"{_name}:{key}";

    private string? Read(string key)
    {
        var fullKey = FullKey(key);
        var monitor = Deployment.Current.Monitor;
        if (monitor.IsConfigEncrypted(fullKey))
        {
            throw new RunException(
                $"Configuration '{fullKey}' is encrypted, so its value can't be known in an embedded preview; read it as a secret (GetSecret or RequireSecret), which gives an unknown here");
        }

        return monitor.GetConfig(fullKey);
    }

    /// <summary>An encrypted value is a secret that stays unknown.</summary>
    private Output<T>? ReadSecret<T>(string key, Func<string, T> parse)
    {
        var monitor = Deployment.Current.Monitor;
        if (monitor.IsConfigEncrypted(FullKey(key)))
            return new Output<T>(default!, isKnown: false, isSecret: true);
        try
        {
            return Read(key) is { } text && parse(text) is { } value ? Output.CreateSecret(value) : null;
        }
        catch (ConfigTypeException exception) when (monitor is EngineMonitor)
        {
            throw exception.WithoutValue();
        }
    }

    private bool ParseBoolean(string key, string text) => text switch
    {
        "true" => true,
        "false" => false,
        _ => throw new ConfigTypeException(FullKey(key), text, nameof(Boolean)),
    };

    private int ParseInt32(string key, string text)
        => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new ConfigTypeException(FullKey(key), text, nameof(Int32));

    private double ParseDouble(string key, string text)
        => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new ConfigTypeException(FullKey(key), text, nameof(Double));

    private T ParseObject<T>(string key, string text, JsonSerializerOptions? options)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, options)!;
        }
        catch (JsonException exception)
        {
            throw new ConfigTypeException(FullKey(key), text, typeof(T).FullName!, exception);
        }
    }
}
