using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using CloudflareAiGateway.Loader;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public class LoadDecisionTests
{
    private const string Contracts = "CloudflareAiGateway.Abstractions";

    [Theory]
    [InlineData("CloudflareAiGateway.Abstractions", "1.0.0.0", true, null, "Shared")]
    [InlineData("cloudflareaigateway.abstractions", "9.0.0.0", false, null, "Shared")]
    [InlineData("Polly.Core", "8.0.0.0", true, null, "OwnFolder")]
    [InlineData("Polly.Core", "8.0.0.0", false, null, "Default")]
    [InlineData("Microsoft.Extensions.Http", "8.0.0.0", true, "9.0.0.0", "OwnFolder")]
    [InlineData("System.Text.Json", "8.0.0.0", true, "10.0.0.0", "Default")]
    [InlineData("System.Text.Json", "8.0.0.0", true, "8.0.0.0", "Default")]
    [InlineData("System.Text.Json", "10.0.0.0", true, "8.0.0.0", "OwnFolder")]
    [InlineData("System.Unheard.Of", "1.0.0.0", true, null, "OwnFolder")]
    [InlineData("System.Runtime", "8.0.0.0", false, "10.0.0.0", "Default")]
    public void Each_assembly_has_one_source(string name, string version, bool ownExists, string? framework, string expected)
    {
        var requested = new AssemblyName(name) { Version = Version.Parse(version) };
        LoadSource source = LoadDecision.Choose(requested, Contracts, ownExists, framework is null ? null : Version.Parse(framework));
        Assert.Equal(expected, source.ToString());
    }

    [Fact]
    public void A_request_without_a_version_takes_the_frameworks_copy() =>
        Assert.Equal(LoadSource.Default, LoadDecision.Choose(new AssemblyName("System.Text.Json"), Contracts, true, new Version(8, 0)));

    [Fact]
    public void The_client_comes_from_the_private_context_and_speaks_the_shared_interface()
    {
        object factory = ClientLoader.CreateClientFactory();
        Assert.IsAssignableFrom<IClientFactory>(factory);
        AssemblyLoadContext context = AssemblyLoadContext.GetLoadContext(factory.GetType().Assembly)!;
        Assert.Equal("CloudflareAiGateway", context.Name);
        Assert.NotSame(typeof(ClientFactory), factory.GetType());
        IAiGatewayClient client = ((IClientFactory)factory).Create(new ConnectionOptions { ApiToken = Bench.Secret("t") }, null);
        Assert.NotEmpty(client.Doctor.Checks);
        Assert.Same(context, AssemblyLoadContext.GetLoadContext(ClientLoader.CreateClientFactory().GetType().Assembly));
    }

    [Fact]
    public void The_emulator_comes_from_the_same_context()
    {
        object factory = ClientLoader.CreateEmulatorFactory();
        Assert.IsAssignableFrom<IEmulatorFactory>(factory);
        Assert.Equal("CloudflareAiGateway", AssemblyLoadContext.GetLoadContext(factory.GetType().Assembly)!.Name);
    }

    [Fact]
    public void The_loader_shows_no_type_of_a_package() =>
        Assert.DoesNotContain(
            typeof(ClientLoader).Assembly.GetReferencedAssemblies(),
            name => name.Name!.StartsWith("Polly", StringComparison.Ordinal) || name.Name.StartsWith("Microsoft.Extensions", StringComparison.Ordinal));

    [Fact]
    public void Nothing_that_ships_is_the_frameworks()
    {
        string[] files = [.. Directory.GetFiles(Repository.Find("src/CloudflareAiGateway.Client/bin"), "*.dll", SearchOption.AllDirectories).Select(f => Path.GetFileName(f)!)];
        Assert.Contains("Polly.Core.dll", files);
        Assert.DoesNotContain(files, file => file.StartsWith("System.", StringComparison.OrdinalIgnoreCase));
    }
}
