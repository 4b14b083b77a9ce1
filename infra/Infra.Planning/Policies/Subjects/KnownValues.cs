using System.Text.Json.Nodes;
using Infra.Planning.Model;

namespace Infra.Planning.Policies.Subjects;

/// <summary>What is known of an object, as plain JSON.</summary>
internal static class KnownValues
{
    public static JsonObject Of(ValueMap properties) => Workloads.KnownInputs.Of(properties);
}
