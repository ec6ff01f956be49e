using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public class SecretStoreTests
{
    private const string Store = """{"id":"s","name":"default_secrets_store","created":"2026-01-01T00:00:00Z","modified":"2026-01-02T00:00:00Z"}""";

    [Theory]
    [InlineData("""{"secrets":{"quota":100,"usage":3}}""", 3, 100)]
    [InlineData("""{"secrets":{"quota":"100","usage":3.0}}""", 3, 100)]
    [InlineData("""{"secrets":[]}""", null, null)]
    [InlineData("{}", null, null)]
    public async Task Stores_come_with_the_accounts_quota(string quota, int? used, int? allowed)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok($"[{Store}]")).Then(() => Answers.Ok(quota));
        AiGatewaySecretStore store = Assert.Single((await bench.Client.SecretStores.ListAsync(Bench.Account, 1, 100, bench.Call)).Items);
        Assert.Equal((used, allowed, Bench.Account), (store.SecretUsage, store.SecretQuota, store.AccountId));
    }

    [Fact]
    public async Task A_quota_that_cannot_be_read_is_no_failure()
    {
        var bench = new Bench(retries: 0);
        bench.Service.Then(() => Answers.Ok(Store)).Then(() => Answers.Fail(500));
        Assert.Null((await bench.Client.SecretStores.GetAsync(Bench.Account, "s", bench.Call)).SecretUsage);
        Assert.Contains(bench.Sink.Of(DiagnosticKind.Verbose), text => text.Contains("quota of secrets", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_account_without_stores_costs_one_call()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok("[]"));
        Assert.Empty((await bench.Client.SecretStores.ListAsync(Bench.Account, 1, 100, bench.Call)).Items);
        Assert.Single(bench.Service.Sent);
    }

    [Fact]
    public async Task A_store_is_made_from_an_object_or_where_that_is_refused_from_an_array()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(Store)).Then(() => Answers.Fail(400, 1001, "invalid_json_body")).Then(() => Answers.Ok($"[{Store}]"));
        await bench.Client.SecretStores.CreateAsync(Bench.Account, "n", bench.Call);
        Assert.Equal("s", (await bench.Client.SecretStores.CreateAsync(Bench.Account, "n", bench.Call)).Id);
        Assert.Equal(["""{"name":"n"}""", """{"name":"n"}""", """[{"name":"n"}]"""], bench.Service.Sent.Select(sent => sent.Body));
    }

    [Fact]
    public async Task An_open_creation_is_settled_by_the_list()
    {
        var bench = new Bench();
        bench.Service.ThenThrow(Answers.Broken).Then(() => Answers.Ok($"[{Store}]"));
        Assert.Equal("s", (await bench.Client.SecretStores.CreateAsync(Bench.Account, "default_secrets_store", bench.Call)).Id);
        Assert.Equal(["POST", "GET"], bench.Service.Sent.Select(sent => sent.Method));
    }

    [Theory]
    [InlineData("[]", "no Secrets Store")]
    [InlineData("""[{"id":"a","name":"x"},{"id":"b","name":"y"}]""", "x (a), y (b)")]
    public async Task Only_one_store_can_be_left_out(string stores, string message)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(stores));
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(() => bench.Client.SecretStores.GetOnlyAsync(Bench.Account, bench.Call));
        Assert.Equal((AiGatewayErrorKind.NotFound, "SecretStore"), (error.Kind, error.Resource));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "")]
    [InlineData(true, "?force=true")]
    public async Task Force_is_a_query_member(bool force, string query)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Json(200, """{"success":true,"result":null}"""));
        await bench.Client.SecretStores.DeleteAsync(Bench.Account, "s", force, bench.Call);
        Assert.Equal(query, Assert.Single(bench.Service.Sent).Address.Query);
    }
}
