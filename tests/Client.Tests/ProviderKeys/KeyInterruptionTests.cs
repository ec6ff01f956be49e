using System;
using System.Linq;
using System.Threading.Tasks;
using CloudflareAiGateway.Emulator;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>Steps that fail: what is told, what is undone, and that the same line again completes it. No value but the given one is ever kept.</summary>
public class KeyInterruptionTests
{
    private static readonly EmulatorBehaviour s_quick = new() { SecretActivationSeconds = 0 };

    [Theory]
    [InlineData("POST", "*/stores", false)]
    [InlineData("POST", "*/stores", true)]
    [InlineData("PUT", "*/gateways/prod", false)]
    [InlineData("PUT", "*/gateways/prod", true)]
    [InlineData("POST", "*/secrets", false)]
    [InlineData("POST", "*/secrets", true)]
    [InlineData("GET", "*/secrets/*", false)]
    [InlineData("POST", "*/provider_configs", false)]
    [InlineData("POST", "*/provider_configs", true)]
    public async Task The_same_line_again_completes_what_a_failing_service_interrupted(string method, string path, bool applied)
    {
        using KeyBench bench = await new KeyBench(new EmulatorBehaviour { SecretActivationSeconds = 1 }).WithGatewayAsync();
        bench.Twin.Fault(method, path, 502, apply: applied);
        try
        {
            // Some failures settle themselves by reading back.
            await bench.StoreAsync();
        }
        catch (AiGatewayException)
        {
            await bench.StoreAsync(KeyBench.Wanted("sk-second-try-0123456789"));
        }

        AiGatewayProviderKey key = Assert.Single((await bench.Keys.ListAsync(TwinBench.Account, "prod", 1, 50, bench.Twin.Call)).Items);
        AiGateway gateway = await bench.Twin.Client.Gateways.GetAsync(TwinBench.Account, "prod", bench.Twin.Call);
        AiGatewaySecret secret = Assert.Single((await bench.Secrets.ListAsync(TwinBench.Account, gateway.StoreId!, null, 1, 100, bench.Twin.Call)).Items);
        Assert.Equal(key.SecretId, secret.Id);
        Assert.Equal((KeyBench.SecretName, SecretStatus.Active), (secret.Name, secret.Status));
    }

    [Fact]
    public async Task The_second_run_puts_its_own_value_into_what_the_first_left()
    {
        using KeyBench bench = await new KeyBench(s_quick).WithGatewayAsync();
        bench.Twin.Fault("POST", "*/provider_configs", 503);
        AiGatewayException error = await bench.FailAsync();
        Assert.Equal(AiGatewayErrorKind.Unavailable, error.Kind);
        Assert.Contains("the secret 'prod_openai_default' (", error.Message, StringComparison.Ordinal);
        Assert.Contains("goes on where this one ended", error.RecommendedAction, StringComparison.Ordinal);
        AiGatewayProviderKey key = await bench.StoreAsync(KeyBench.Wanted("sk-other-value-0123456789"));
        Assert.Equal("sk-****6789", key.SecretPreview);
        Assert.Contains("sk-other-value-0123456789", Assert.Single(bench.Twin.App.Requests, request => request.Method == "PATCH").Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_API_refuses_for_good_leaves_no_key_behind()
    {
        using KeyBench bench = await new KeyBench(s_quick).WithGatewayAsync();
        bench.Twin.Fault("POST", "*/provider_configs", 400, """{"success":false,"errors":[{"code":7001,"message":"Invalid provider","path":["body","provider_slug"]}],"result":{}}""");
        AiGatewayException error = await bench.FailAsync();
        Assert.Equal(AiGatewayErrorKind.Rejected, error.Kind);
        Assert.Contains("Invalid provider", error.Message, StringComparison.Ordinal);
        Assert.Contains("The secret was deleted again.", error.Message, StringComparison.Ordinal);
        Assert.Contains("provider_slug", error.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain("Remove-AiGatewaySecret", error.RecommendedAction, StringComparison.Ordinal);
        AiGatewaySecretStore store = await bench.Twin.Client.SecretStores.GetOnlyAsync(TwinBench.Account, bench.Twin.Call);
        Assert.Empty((await bench.Secrets.ListAsync(TwinBench.Account, store.Id, null, 1, 100, bench.Twin.Call)).Items);
    }

    [Fact]
    public async Task When_undoing_fails_the_error_says_how_to_do_it()
    {
        using KeyBench bench = await new KeyBench(s_quick).WithGatewayAsync();
        bench.Twin.Fault("POST", "*/provider_configs", 403);
        bench.Twin.Fault("DELETE", "*/secrets/*", 503);
        AiGatewayException error = await bench.FailAsync();
        Assert.Equal(AiGatewayErrorKind.Forbidden, error.Kind);
        Assert.DoesNotContain("deleted again", error.Message, StringComparison.Ordinal);
        Assert.Contains("Remove-AiGatewaySecret -SecretId ", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("Secrets Store Edit", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("secret was not found")]
    [InlineData("Bad Request")]
    public async Task Attaching_is_tried_again_while_the_service_does_not_know_the_secret(string text)
    {
        using KeyBench bench = await new KeyBench(s_quick).WithGatewayAsync();
        bench.Twin.Fault("POST", "*/provider_configs", 400, $$$"""{"success":false,"errors":[{"code":7001,"message":"{{{text}}}"}],"result":{}}""", times: 3);
        await bench.StoreAsync();
        Assert.Equal(4, bench.Twin.Bodies("POST", "/provider_configs").Count);
    }

    [Fact]
    public async Task But_not_for_ever()
    {
        using KeyBench bench = await new KeyBench(s_quick).WithGatewayAsync();
        bench.Twin.Fault("POST", "*/provider_configs", 400, """{"success":false,"errors":[{"code":7001,"message":"secret was not found"}],"result":{}}""", times: -1);
        DateTimeOffset start = bench.Twin.Clock.GetUtcNow();
        AiGatewayException error = await bench.FailAsync(KeyBench.Wanted(patience: 40));
        Assert.Contains("secret was not found", error.Message, StringComparison.Ordinal);
        Assert.InRange((bench.Twin.Clock.GetUtcNow() - start).TotalSeconds, 40, 45);
    }

    [Fact]
    public async Task A_secret_that_somebody_else_made_is_left_alone()
    {
        using KeyBench bench = await new KeyBench(s_quick).WithGatewayAsync();
        AiGatewaySecret secret = await bench.MakeSecretAsync(await bench.MakeStoreAsync());
        bench.Twin.App.ClearRequests();
        AiGatewayException error = await bench.FailAsync();
        Assert.Equal((AiGatewayErrorKind.AlreadyExists, "Secret"), (error.Kind, error.Resource));
        Assert.Contains("-Force", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains($"-SecretId {secret.Id}", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(bench.Twin.Writes());

        AiGatewayProviderKey key = await bench.StoreAsync(KeyBench.Wanted(force: true));
        Assert.Equal((secret.Id, "sk-****cdef"), (key.SecretId, key.SecretPreview));
    }

    [Fact]
    public async Task A_copy_of_a_left_secret_is_somebodys_own()
    {
        using KeyBench bench = await new KeyBench(s_quick).WithGatewayAsync();
        string store = await bench.MakeStoreAsync();
        AiGatewaySecret left = await bench.MakeSecretAsync(store, "dev_openai_default", CreateSecretStep.MarkOf("dev_openai_default"));
        await bench.Secrets.CopyAsync(left, KeyBench.SecretName, [SecretScope.AiGateway], left.Comment, bench.Twin.Call);
        Assert.Equal(AiGatewayErrorKind.AlreadyExists, (await bench.FailAsync()).Kind);
    }

    [Fact]
    public async Task Force_opens_a_secret_to_AI_Gateway_and_keeps_its_other_scopes()
    {
        using KeyBench bench = await new KeyBench(s_quick).WithGatewayAsync();
        string store = await bench.MakeStoreAsync();
        AiGatewaySecret secret = await bench.MakeSecretAsync(store, KeyBench.SecretName, null, SecretScope.Workers);
        await bench.StoreAsync(KeyBench.Wanted(force: true));
        Assert.Equal([SecretScope.AiGateway, SecretScope.Workers], (await bench.Secrets.GetAsync(TwinBench.Account, store, secret.Id, bench.Twin.Call)).Scopes);
    }

    [Fact]
    public async Task A_key_that_is_there_is_not_replaced_without_Force()
    {
        using KeyBench bench = await new KeyBench(s_quick).WithGatewayAsync();
        await bench.StoreAsync(KeyBench.Wanted(limit: 5));
        bench.Twin.App.ClearRequests();
        AiGatewayException error = await bench.FailAsync(KeyBench.Wanted("sk-second-0123456789"));
        Assert.Equal((AiGatewayErrorKind.AlreadyExists, "ProviderKey"), (error.Kind, error.Resource));
        Assert.Empty(bench.Twin.Writes());

        AiGatewayException other = await bench.FailAsync(KeyBench.Wanted("sk-second-0123456789", force: true, limit: 7));
        Assert.Contains("RateLimit: 5, not 7", other.Message, StringComparison.Ordinal);
        Assert.Empty(bench.Twin.Writes());

        AiGatewayProviderKey key = await bench.StoreAsync(KeyBench.Wanted("sk-second-0123456789", force: true));
        Assert.Equal("sk-****6789", key.SecretPreview);
        Assert.Equal($"PUT /ai-gateway/gateways/prod/provider_configs/{key.Id}", Assert.Single(bench.Twin.Writes()));
        Assert.Equal("""{"secret":"sk-second-0123456789"}""", Assert.Single(bench.Twin.Bodies("PUT", key.Id)));
    }

    [Fact]
    public async Task A_store_that_appears_meanwhile_is_used()
    {
        using KeyBench bench = await new KeyBench(s_quick).WithGatewayAsync();
        IProviderKeySetup setup = await bench.Keys.PlanAsync(KeyBench.Wanted(), bench.Twin.Call);
        string store = await bench.MakeStoreAsync();
        await setup.StepAsync(bench.Twin.Call);
        await setup.StepAsync(bench.Twin.Call);
        Assert.Equal(store, (await bench.Twin.Client.Gateways.GetAsync(TwinBench.Account, "prod", bench.Twin.Call)).StoreId);
    }

    [Fact]
    public async Task A_key_that_cannot_be_read_back_is_stored_all_the_same_with_a_warning()
    {
        using KeyBench bench = await new KeyBench(s_quick).WithGatewayAsync();
        IProviderKeySetup setup = await bench.Keys.PlanAsync(KeyBench.Wanted(patience: 5), bench.Twin.Call);
        bench.Twin.Fault("GET", "*/provider_configs", 503, times: -1);
        ProviderKeyProgress progress = await bench.Twin.RunAsync(RunAsync(setup, bench.Twin.Call));
        Assert.Equal("openai", progress.Key!.ProviderSlug);
        Assert.Contains("could not be read back", Assert.Single(bench.Twin.Sink.Of(DiagnosticKind.Warning)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flags_that_come_as_numbers_are_read()
    {
        using KeyBench bench = await new KeyBench(s_quick with { ProviderKeyDrift = true }).WithGatewayAsync();
        await bench.StoreAsync();
        await bench.StoreAsync(KeyBench.Wanted(alias: "blue"));
        Assert.Equal([false, true], (await bench.Keys.ListAsync(TwinBench.Account, "prod", 1, 50, bench.Twin.Call)).Items.OrderBy(key => key.Alias).Select(key => key.DefaultConfig));
    }

    private static async Task<ProviderKeyProgress> RunAsync(IProviderKeySetup setup, CallContext call)
    {
        ProviderKeyProgress progress;
        do
        {
            progress = await setup.StepAsync(call);
        }
        while (progress.Key is null);

        return progress;
    }
}
