using System;
using System.IO;
using System.Net.Http;
using System.Reflection;
using System.Threading;

namespace CloudflareAiGateway.Hosting;

/// <summary>
/// The door to the private load context in which the client, the emulator and their packages live. Nothing is loaded at import: the
/// first command that needs a client pays for it.
/// </summary>
internal static class ClientHost
{
    private static readonly Lazy<IClientFactory> s_clients =
        new(() => Load<IClientFactory>("CreateClientFactory"), LazyThreadSafetyMode.ExecutionAndPublication);

    private static readonly Lazy<IEmulatorFactory> s_emulators =
        new(() => Load<IEmulatorFactory>("CreateEmulatorFactory"), LazyThreadSafetyMode.ExecutionAndPublication);

    private static readonly Lazy<IAiGatewayClient> s_offline =
        new(() => CreateClient(new ConnectionOptions()), LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>A client without a token, for what the client can do without a call, such as reading JSON.</summary>
    public static IAiGatewayClient Offline => s_offline.Value;

    /// <summary>Makes a client for the options, over the network or over an emulator of its own.</summary>
    public static IAiGatewayClient CreateClient(ConnectionOptions options)
    {
        HttpMessageHandler? emulator = options.UseEmulator ? s_emulators.Value.Create(options.EmulatorStatePath) : null;
        return s_clients.Value.Create(options, emulator);
    }

    private static T Load<T>(string method)
    {
        // The loader is bound by reflection because AssemblyLoadContext is not in netstandard2.0. Its place is fixed: deps/ beside us.
        string folder = Path.GetDirectoryName(typeof(ClientHost).Assembly.Location)!;
        Assembly loader = Assembly.LoadFrom(Path.Combine(folder, "deps", "CloudflareAiGateway.Loader.dll"));
        MethodInfo create = loader.GetType("CloudflareAiGateway.Loader.ClientLoader", throwOnError: true)!.GetMethod(method)!;
        return (T)create.Invoke(null, null)!;
    }
}
