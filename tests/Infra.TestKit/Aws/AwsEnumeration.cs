using Newtonsoft.Json.Linq;

namespace Infra.TestKit.Aws;

/// <param name="Type">The type token of the resource.</param>
/// <param name="Path">Where the words stand in its inputs, as JSONPath.</param>
/// <param name="Service">The service that has the enumeration.</param>
/// <param name="Name">The enumeration.</param>
public sealed record AwsEnumeration(string Type, string Path, string Service, string Name)
{
    /// <summary>The words that are known text.</summary>
    public IEnumerable<string> Words(JObject inputs) =>
        inputs.SelectTokens(Path).Where(word => word.Type == JTokenType.String).Select(word => (string)word!);
}
