namespace Infra.Cli.Registries;

/// <summary>The way to registries, of which there is one in the program and another in its tests.</summary>
/// <param name="Client">Makes what asks.</param>
/// <param name="Wait">Waits between two attempts.</param>
internal sealed record RegistryAccess(Func<HttpClient> Client, Func<TimeSpan, Task> Wait)
{
    // A manifest may have four mebibytes (OCI distribution specification, "Pushing Manifests").
    private const int LargestAnswer = 4 * 1024 * 1024;

    /// <summary>Over the network.</summary>
    public static RegistryAccess Network { get; } = new(() => Limited(new HttpClient(), TimeSpan.FromSeconds(30)), Task.Delay);

    /// <summary>The client with the limits that every one has.</summary>
    public static HttpClient Limited(HttpClient client, TimeSpan timeout)
    {
        client.Timeout = timeout;
        client.MaxResponseContentBufferSize = LargestAnswer;
        client.DefaultRequestHeaders.UserAgent.ParseAdd("gpu-inference");
        return client;
    }
}
