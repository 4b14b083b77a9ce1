using Newtonsoft.Json.Linq;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Infra.TestKit.Kubernetes;

/// <summary>Reads YAML as JSON, with the types of plain scalars as kubectl reads them.</summary>
public static class YamlJson
{
    public static JObject Read(string file)
    {
        using var reader = File.OpenText(file);
        return Read(reader);
    }

    public static JObject Parse(string text) => Read(new StringReader(text));

    private static JObject Read(TextReader reader)
    {
        var yaml = new YamlStream();
        yaml.Load(reader);
        return (JObject)Convert(yaml.Documents[0].RootNode);
    }

    private static JToken Convert(YamlNode node) => node switch
    {
        YamlMappingNode map => new JObject(map.Children.Select(child => new JProperty(Key((YamlScalarNode)child.Key), Convert(child.Value)))),
        YamlSequenceNode list => new JArray(list.Children.Select(Convert)),
        YamlScalarNode scalar => Scalar(scalar),
        _ => throw new InvalidOperationException($"{node.Start}: unexpected {node.GetType().Name}"),
    };

    // kubectl would turn a key that is no text into some other text.
    private static string Key(YamlScalarNode key) => Scalar(key) is { Type: JTokenType.String } text
        ? (string)text!
        : throw new InvalidOperationException($"{key.Start}: the key '{key.Value}' is no text");

    private static JValue Scalar(YamlScalarNode scalar) => scalar.Style == ScalarStyle.Plain ? Yaml11.Resolve(scalar.Value!) : new JValue(scalar.Value!);
}
