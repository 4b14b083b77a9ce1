using System.Text.Json.Nodes;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>The configuration of an environment file, for what reads settings without a program.</summary>
internal sealed class JsonConfig(JsonObject config) : IConfigSource
{
    public IReadOnlyCollection<string>? Keys => null;

    public string? Get(string key) => (string?)config[$"gpu-inference:{key}"];

    public bool IsEncrypted(string key) => false;
}
