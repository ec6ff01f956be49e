using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>Deleting secrets, alone and many at once: what is gone is gone, and what is not is told.</summary>
public class SecretDeletionTests
{
    private const string Accepted = """{"success":true,"errors":[],"messages":[],"result":null}""";

    [Fact]
    public async Task One_goes_by_its_own_operation()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Json(202, Accepted));
        Assert.Empty(await DeleteAsync(bench, "a"));
        SentRequest sent = Assert.Single(bench.Service.Sent);
        Assert.EndsWith("/secrets/a", sent.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Null(sent.Body);
    }

    [Fact]
    public async Task Several_go_in_one_call_and_are_looked_for_afterwards()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Json(202, Accepted)).Then(() => List("c"));
        Assert.Empty(await DeleteAsync(bench, "a", "b"));
        Assert.Equal(["DELETE", "GET"], bench.Service.Sent.Select(sent => sent.Method));
        Assert.Equal("""{"ids":["a","b"]}""", bench.Service.Sent[0].Body);
    }

    [Fact]
    public async Task What_takes_a_while_is_waited_for()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Json(202, Accepted)).Then(() => List("a", "b")).Then(() => List("b")).Then(() => List());
        Assert.Empty(await bench.RunAsync(DeleteAsync(bench, "a", "b")));
        Assert.Equal(4, bench.Service.Sent.Count);
    }

    [Fact]
    public async Task What_stays_is_told()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Json(202, Accepted)).Then(() => List("b"));
        KeyValuePair<string, AiGatewayException> left = Assert.Single(await bench.RunAsync(DeleteAsync(bench, "a", "b")));
        Assert.Equal("b", left.Key);
        Assert.Contains("still there", left.Value.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_unknown_id_does_not_keep_the_others()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Fail(404, 1001, "secret_not_found"))
            .Then(() => Answers.Json(202, Accepted))
            .Then(() => Answers.Fail(404, 1001, "secret_not_found"))
            .Then(() => Answers.Json(202, Accepted));
        KeyValuePair<string, AiGatewayException> left = Assert.Single(await DeleteAsync(bench, "a", "b", "c"));
        Assert.Equal(("b", AiGatewayErrorKind.NotFound), (left.Key, left.Value.Kind));
        Assert.Equal(4, bench.Service.Sent.Count);
    }

    [Fact]
    public async Task After_a_failure_only_what_is_left_failed()
    {
        var bench = new Bench(retries: 0);
        bench.Service.Then(() => Answers.Fail(502)).Then(() => List("b"));
        KeyValuePair<string, AiGatewayException> left = Assert.Single(await DeleteAsync(bench, "a", "b"));
        Assert.Equal(("b", AiGatewayErrorKind.Unavailable), (left.Key, left.Value.Kind));
    }

    [Fact]
    public async Task When_nothing_can_be_found_out_all_of_them_say_so()
    {
        var bench = new Bench(retries: 0);
        bench.Service.Then(() => Answers.Json(202, Accepted)).Then(() => Answers.Fail(502));
        IReadOnlyDictionary<string, AiGatewayException> left = await DeleteAsync(bench, "a", "b");
        Assert.Equal(2, left.Count);
        Assert.Contains("could not be found out", left["a"].Message, StringComparison.Ordinal);
    }

    private static Task<IReadOnlyDictionary<string, AiGatewayException>> DeleteAsync(Bench bench, params string[] ids) =>
        bench.Client.Secrets.DeleteAsync(Bench.Account, "s", ids, bench.Call);

    private static System.Net.Http.HttpResponseMessage List(params string[] ids) =>
        Answers.Ok("[" + string.Join(',', ids.Select(id => $$"""{"id":"{{id}}","name":"{{id}}","status":"active"}""")) + "]");
}
