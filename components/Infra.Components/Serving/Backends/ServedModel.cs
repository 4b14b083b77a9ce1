using Pulumi;

namespace Infra.Components.Serving.Backends;

/// <summary>What a backend made of a model.</summary>
/// <param name="Service">What stands in front of the pods: a Service, or what makes one, with the model's labels and a port <c>http</c>.</param>
/// <param name="BaseUrl">Address of the REST interface inside the cluster, without a path.</param>
internal sealed record ServedModel(Resource Service, Output<string> BaseUrl);
