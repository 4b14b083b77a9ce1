namespace Pulumi;

public sealed partial class Config
{
    private sealed class ConfigTypeException(string key, string? value, string expected, Exception? inner = null)
        : RunException($"Configuration '{key}' value '{value}' is not a valid {expected}", inner)
    {
        /// <summary>The parser's own message goes too: it may quote the value.</summary>
        public RunException WithoutValue() => new($"Configuration '{key}' value [secret] is not a valid {expected}");
    }

    private sealed class ConfigMissingException(string key)
        : RunException($"Missing Required configuration variable '{key}'\n\tplease set a value using the command `pulumi config set {key} <value>`");
}
