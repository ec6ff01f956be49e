using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using CloudflareAiGateway.Emulator;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>Storing a key, from nothing or from what is there.</summary>
public class StoreKeyTests
{
    [Fact]
    public async Task From_nothing_to_a_key_that_is_read_back()
    {
        using KeyBench bench = await new KeyBench().WithGatewayAsync();
        AiGatewayProviderKey key = await bench.StoreAsync(KeyBench.Wanted(limit: 100));
        Assert.Equal(("openai", "default", "prod", TwinBench.Account), (key.ProviderSlug, key.Alias, key.GatewayId, key.AccountId));
        Assert.Equal((true, 100, 60), (key.DefaultConfig, key.RateLimit, key.RateLimitPeriod));

        AiGateway gateway = await bench.Twin.Client.Gateways.GetAsync(TwinBench.Account, "prod", bench.Twin.Call);
        Assert.Equal(300, gateway.CacheTtl);
        AiGatewaySecret secret = await bench.Secrets.GetAsync(TwinBench.Account, gateway.StoreId!, key.SecretId, bench.Twin.Call);
        Assert.Equal(KeyBench.SecretName, secret.Name);
        Assert.Equal([SecretScope.AiGateway], secret.Scopes);
        Assert.Equal(
            ["POST /secrets_store/stores", "PUT /ai-gateway/gateways/prod", $"POST /secrets_store/stores/{gateway.StoreId}/secrets", "POST /ai-gateway/gateways/prod/provider_configs"],
            bench.Twin.Writes());
        JsonNode sent = JsonNode.Parse(bench.Twin.Bodies("POST", "/secrets")[0])!;
        Assert.Equal(KeyBench.Value, (string?)sent[0]!["value"]);
        Assert.DoesNotContain(KeyBench.Value, bench.Twin.Bodies("POST", "/provider_configs")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Planning_writes_nothing_and_names_every_step()
    {
        using KeyBench bench = await new KeyBench().WithGatewayAsync();
        IProviderKeySetup setup = await bench.Keys.PlanAsync(KeyBench.Wanted(), bench.Twin.Call);
        Assert.Empty(bench.Twin.Writes());
        Assert.Equal(
            [
                "Create the account's Secrets Store 'default_secrets_store'",
                "Set gateway 'prod': StoreId: null → that store",
                "Create secret 'prod_openai_default' with the key, for the scope ai_gateway",
                "Wait until secret 'prod_openai_default' is active, 60 s at most",
                "Attach it to gateway 'prod' as the key of provider 'openai', alias 'default'",
            ],
            setup.Steps);
    }

    [Fact]
    public async Task What_is_there_is_used()
    {
        using KeyBench bench = await new KeyBench().WithGatewayAsync();
        await bench.StoreAsync();
        bench.Twin.App.ClearRequests();
        await bench.StoreAsync(KeyBench.Wanted(provider: "anthropic"));
        Assert.Equal(2, bench.Twin.Writes().Count);
        Assert.All(bench.Twin.Writes(), write => Assert.StartsWith("POST ", write, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(20, 60)]
    [InlineData(50, 60)]
    public async Task It_waits_with_growing_pauses_until_the_secret_is_active(double activation, double patience)
    {
        using KeyBench bench = await new KeyBench(new EmulatorBehaviour { SecretActivationSeconds = activation }).WithGatewayAsync();
        DateTimeOffset start = bench.Twin.Clock.GetUtcNow();
        var statuses = new List<string>();
        await bench.StoreAsync(KeyBench.Wanted(patience: patience), statuses);
        Assert.InRange((bench.Twin.Clock.GetUtcNow() - start).TotalSeconds, activation, activation + 7);
        int looks = bench.Twin.App.Requests.Count(request => request.Method == "GET" && request.Path.Contains("/secrets/", StringComparison.Ordinal));
        Assert.InRange(looks, 6, 4 + (activation / 5) + 4);
        Assert.Contains(statuses, status => status.StartsWith("Secret 'prod_openai_default' is pending: ", StringComparison.Ordinal));
        Assert.Single(bench.Twin.Bodies("POST", "/provider_configs"));
    }

    [Fact]
    public async Task A_secret_that_stays_pending_is_a_time_out_that_says_how_to_go_on()
    {
        using KeyBench bench = await new KeyBench(new EmulatorBehaviour { SecretActivationSeconds = 500 }).WithGatewayAsync();
        AiGatewayException error = await bench.FailAsync(KeyBench.Wanted(patience: 30));
        Assert.Equal(AiGatewayErrorKind.Timeout, error.Kind);
        Assert.Contains("still pending after 30 s", error.Message, StringComparison.Ordinal);
        Assert.Contains("Secrets Store 'default_secrets_store'", error.Message, StringComparison.Ordinal);
        Assert.Contains("-TimeoutSec", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("Run the same line again", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("Remove-AiGatewaySecret -SecretId ", error.RecommendedAction, StringComparison.Ordinal);

        bench.Twin.Clock.Advance(TimeSpan.FromSeconds(500));
        bench.Twin.App.ClearRequests();
        await bench.StoreAsync();
        Assert.Equal(["PATCH", "POST"], bench.Twin.Writes().Select(write => write.Split(' ')[0]));
    }

    [Theory]
    [InlineData("default", null, true)]
    [InlineData("blue", null, false)]
    [InlineData("blue", true, true)]
    [InlineData("default", false, false)]
    public async Task The_alias_default_is_the_default_unless_told_otherwise(string alias, bool? asked, bool expected)
    {
        using KeyBench bench = await new KeyBench(new EmulatorBehaviour { SecretActivationSeconds = 0 }).WithGatewayAsync();
        AiGatewayProviderKey key = await bench.StoreAsync(KeyBench.Wanted(alias: alias, isDefault: asked));
        Assert.Equal((alias, expected), (key.Alias, key.DefaultConfig));
    }

    [Fact]
    public async Task Keys_of_any_form_are_taken_as_they_are()
    {
        const string Json = """{"accessKeyId":"A\"K","secretAccessKey":"ümläut\n","region":"eu-west-1"}""";
        using KeyBench bench = await new KeyBench(new EmulatorBehaviour { SecretActivationSeconds = 0 }).WithGatewayAsync();
        await bench.StoreAsync(KeyBench.Wanted(Json, provider: "aws-bedrock"));
        Assert.Equal(Json, (string?)JsonNode.Parse(bench.Twin.Bodies("POST", "/secrets")[0])![0]!["value"]);
    }

    [Fact]
    public async Task An_existing_secret_is_attached_when_its_name_and_scope_fit()
    {
        using KeyBench bench = await new KeyBench(new EmulatorBehaviour { SecretActivationSeconds = 3 }).WithGatewayAsync();
        string store = await bench.MakeStoreAsync();
        AiGatewaySecret secret = await bench.MakeSecretAsync(store);
        AiGatewayProviderKey key = await bench.StoreAsync(KeyBench.Wanted(value: null, secretId: secret.Id));
        Assert.Equal(secret.Id, key.SecretId);
        Assert.DoesNotContain(bench.Twin.Writes(), write => write.StartsWith("PATCH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_secret_of_another_name_or_scope_is_refused_with_the_way_that_works()
    {
        using KeyBench bench = await new KeyBench().WithGatewayAsync();
        string store = await bench.MakeStoreAsync();
        AiGatewaySecret other = await bench.MakeSecretAsync(store, "openai-key");
        AiGatewaySecret closed = await bench.MakeSecretAsync(store, KeyBench.SecretName, null, SecretScope.Workers);
        AiGatewayException name = await bench.FailAsync(KeyBench.Wanted(value: null, secretId: other.Id));
        Assert.Equal((AiGatewayErrorKind.Rejected, "Secret"), (name.Kind, name.Resource));
        Assert.Contains($"Copy-AiGatewaySecret -SecretId {other.Id} -NewName prod_openai_default", name.RecommendedAction, StringComparison.Ordinal);
        AiGatewayException scope = await bench.FailAsync(KeyBench.Wanted(value: null, secretId: closed.Id));
        Assert.Contains("-Scopes Workers, AiGateway", scope.RecommendedAction, StringComparison.Ordinal);
        AiGatewayException missing = await bench.FailAsync(KeyBench.Wanted(value: null, secretId: new string('0', 32)));
        Assert.Equal((AiGatewayErrorKind.NotFound, "Secret"), (missing.Kind, missing.Resource));
        Assert.Equal(3, bench.Twin.Writes().Count);
    }

    [Fact]
    public async Task A_store_that_the_gateway_names_and_that_is_gone_is_replaced()
    {
        using KeyBench bench = await new KeyBench().WithGatewayAsync();
        await bench.Twin.Client.Gateways.ApplyUpdateAsync(
            await bench.Twin.Client.Gateways.PlanUpdateAsync(TwinBench.Account, "prod", new Dictionary<string, object?> { ["store_id"] = "old" }, bench.Twin.Call), bench.Twin.Call);
        string store = await bench.MakeStoreAsync();
        IProviderKeySetup setup = await bench.Keys.PlanAsync(KeyBench.Wanted(), bench.Twin.Call);
        Assert.Contains($"Set gateway 'prod': StoreId: old (which does not exist any more) → {store}", setup.Steps);
        await bench.StoreAsync();
        Assert.Equal(store, (await bench.Twin.Client.Gateways.GetAsync(TwinBench.Account, "prod", bench.Twin.Call)).StoreId);
    }

    [Fact]
    public async Task Another_store_than_the_gateways_is_refused()
    {
        using KeyBench bench = await new KeyBench().WithGatewayAsync();
        await bench.StoreAsync();
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(() => bench.Keys.PlanAsync(
            new NewProviderKey { AccountId = TwinBench.Account, Gateway = "prod", Provider = "groq", ApiKey = Bench.Secret("x"), StoreId = "other" }, bench.Twin.Call));
        Assert.Equal((AiGatewayErrorKind.Rejected, "SecretStore"), (error.Kind, error.Resource));
        Assert.Contains("Set-AiGateway prod -StoreId other", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gateway_that_is_not_there_is_about_the_gateway()
    {
        using var bench = new KeyBench();
        AiGatewayException error = await bench.FailAsync();
        Assert.Equal((AiGatewayErrorKind.NotFound, "Gateway"), (error.Kind, error.Resource));
        Assert.Empty(bench.Twin.Writes());
    }
}
