namespace Infra.Core.Serving;

/// <summary>A Ray Serve application of the user's own.</summary>
/// <param name="ImportPath">Where Python finds the application in the image, <c>MODULE:NAME</c>.</param>
/// <param name="Deployment">Name of the deployment that holds the model: replicas and devices are its own.</param>
/// <param name="RayVersion">Version of Ray in the image, which has to be the same in all of a cluster.</param>
public sealed record RayApplication(string ImportPath, string Deployment, string RayVersion);
