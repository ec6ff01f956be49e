using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>Two twins on one file stand for two processes.</summary>
public sealed class StateTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("emulator-state-");

    private string StatePath => Path.Combine(_directory.FullName, "inner", "state.json");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Resources_outlive_the_twin()
    {
        JsonNode created;
        using (Twin first = MakeTwin())
        {
            created = await first.CreateAsync(Twin.Body("g", "cache_ttl", 77));
            await first.App.AddAccountAsync(new EmulatorAccount { Id = new string('b', 32), Name = "Kept" }, TestContext.Current.CancellationToken);
        }

        using Twin second = MakeTwin();
        Assert.Equal(created.ToJsonString(), (await second.Client.GetAsync(Twin.Gateways + "/g")).Result.ToJsonString());
        Assert.Equal("Kept", (string?)(await second.Client.GetAsync("/accounts")).Result[1]!["name"]);
        Assert.Equal(2, second.App.Requests.Count);
    }

    [Fact]
    public async Task Each_twin_sees_what_the_other_does()
    {
        using Twin first = MakeTwin();
        using Twin second = MakeTwin();
        await first.CreateAsync(Twin.Body("a"));
        Assert.Equal(["a"], (await second.Client.GetAsync(Twin.Gateways)).Ids);
        await second.CreateAsync(Twin.Body("b"));
        await second.Client.DeleteAsync(Twin.Gateways + "/a");
        Assert.Equal(["b"], (await first.Client.GetAsync(Twin.Gateways)).Ids);
        Assert.Equal(404, (await first.Client.DeleteAsync(Twin.Gateways + "/a")).Status);
    }

    [Fact]
    public async Task Writers_at_the_same_time_lose_nothing()
    {
        using Twin first = MakeTwin();
        using Twin second = MakeTwin();
        await Task.WhenAll(
            Enumerable.Range(0, 30).Select(i => Task.Run(() => (i % 2 == 0 ? first : second).CreateAsync(Twin.Body($"g{i:00}")))));
        using Twin third = MakeTwin();
        string[] expected = [.. Enumerable.Range(0, 30).Select(static i => $"g{i:00}")];
        Assert.Equal(expected, (await third.Client.GetAsync(Twin.Gateways + "?per_page=100")).Ids);
        Assert.Equal(expected, (await first.Client.GetAsync(Twin.Gateways + "?per_page=100")).Ids);
        Assert.DoesNotContain(Directory.GetFiles(Path.GetDirectoryName(StatePath)!), static file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_writer_waits_for_the_lock_and_can_be_cancelled_there()
    {
        using Twin twin = MakeTwin();
        await twin.CreateAsync(Twin.Body("a"));
        using var patience = new CancellationTokenSource();
        using (new FileStream(StatePath + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            using var request = new HttpRequestMessage(HttpMethod.Delete, OpenApiCheckedClient.Root + Twin.Gateways + "/a");
            request.Headers.Add("Authorization", "Bearer " + EmulatorOptions.DefaultToken);
            Task<HttpResponseMessage> pending = twin.Http.SendAsync(request, patience.Token);
            Assert.False(pending.IsCompleted);
            await patience.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
        }

        Assert.Equal(["a"], (await twin.Client.GetAsync(Twin.Gateways)).Ids);
    }

    [Fact]
    public async Task A_file_that_was_deleted_leaves_what_the_twin_has()
    {
        using Twin twin = MakeTwin();
        await twin.CreateAsync(Twin.Body("a"));
        File.Delete(StatePath);
        await twin.CreateAsync(Twin.Body("b"));
        using Twin other = MakeTwin();
        Assert.Equal(["a", "b"], (await other.Client.GetAsync(Twin.Gateways)).Ids);
    }

    [Fact]
    public async Task A_reset_empties_the_file()
    {
        using Twin first = MakeTwin();
        await first.CreateAsync(Twin.Body("a"));
        await first.App.ResetAsync(TestContext.Current.CancellationToken);
        using Twin second = MakeTwin();
        Assert.Empty((await second.Client.GetAsync(Twin.Gateways)).Ids);
    }

    [Fact]
    public async Task No_token_is_in_the_file()
    {
        using Twin twin = MakeTwin();
        twin.App.AddToken(new EmulatorToken { Value = "canary" });
        Assert.Equal(200, (await twin.Client.PostAsync(Twin.Gateways, Twin.Body("a"), "canary")).Status);
        string content = await File.ReadAllTextAsync(StatePath, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("canary", content, StringComparison.Ordinal);
        Assert.DoesNotContain(EmulatorOptions.DefaultToken, content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"version\":1,")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"version\":2,\"revision\":\"a\",\"tables\":[]}")]
    [InlineData("{\"version\":1,\"revision\":\"a\",\"tables\":[{\"kind\":\"gateways\"}]}")]
    public void A_broken_file_is_named(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(StatePath)!);
        File.WriteAllText(StatePath, content);
        AiGatewayException error = Assert.Throws<AiGatewayException>(() => MakeTwin().Dispose());
        Assert.Contains(StatePath, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_factory_makes_a_handler_with_that_state()
    {
        using (Twin twin = MakeTwin())
        {
            await twin.CreateAsync(Twin.Body("a"));
        }

        using HttpMessageHandler handler = new EmulatorFactory().Create(StatePath);
        using var http = new HttpClient(handler, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://localhost" + OpenApiCheckedClient.Root + Twin.Gateways + "/a");
        request.Headers.Add("Authorization", "Bearer " + EmulatorOptions.DefaultToken);
        using HttpResponseMessage response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal("CloudflareAiGateway.Emulator.EmulatorFactory", typeof(EmulatorFactory).FullName);
    }

    private Twin MakeTwin() => new(new EmulatorOptions { TimeProvider = Twin.MakeClock(), StatePath = StatePath });
}
